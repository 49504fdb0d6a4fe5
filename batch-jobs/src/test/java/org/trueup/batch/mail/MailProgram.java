package org.trueup.batch.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.StoreLocation;

/** Another program that sends what waits, in a process of its own, to be killed. */
final class MailProgram {
    private MailProgram() {}

    /** Sends what waits in the store of the first argument to the server at the port of the second. */
    public static void main(String[] arguments) {
        try (Store store = Store.open(new StoreLocation.External(arguments[0]))) {
            new MailStore(store.dataSource())
                    .postman(Integer.parseInt(arguments[1]))
                    .send(null);
        }
    }

    static Process start(String url, int port) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        MailProgram.class.getName(),
                        url,
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
