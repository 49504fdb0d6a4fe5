package org.trueup.batch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a server's local socket lies: systems refuse paths of more than about a hundred bytes. */
final class Sockets {
    private static final int LONGEST = 100;
    private static final String NAME = "mariadb.sock";
    private static final String SHORT_FOLDER = "trueup";

    private Sockets() {}

    static Path choose(Home home) throws IOException {
        Path inside = inside(home);
        if (fits(inside)) {
            return inside;
        }
        // made for its owner alone
        Path folder = Files.createTempDirectory(SHORT_FOLDER);
        if (!fits(folder.resolve(NAME))) {
            Files.delete(folder);
            folder = Files.createTempDirectory(Path.of("/tmp"), SHORT_FOLDER);
        }
        return folder.resolve(NAME);
    }

    static Path inside(Home home) {
        return home.running().resolve(NAME);
    }

    /** Removes what a stopped server left. */
    static void remove(Home home, Path socket) throws IOException {
        Files.deleteIfExists(socket);
        Path folder = socket.getParent();
        if (folder != null
                && !folder.equals(home.running())
                && folder.getFileName().toString().startsWith(SHORT_FOLDER)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException somebodyElseUsesIt) {
                return;
            }
        }
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
