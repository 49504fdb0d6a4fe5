package org.trueup.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trueup.server.run.StoreChoice;
import picocli.CommandLine.Option;

/** The options of every command that needs the store. */
final class StoreOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "trueup-data",
            order = 90,
            description = "Folder of the embedded database and other things to keep; default ${DEFAULT-VALUE}.")
    private Path home = Path.of("trueup-data");

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            order = 91,
            description = "Another MariaDB (10.6 or later) instead of the embedded one, for example"
                    + " jdbc:mariadb://db.example:3306/trueup?user=trueup.")
    private @Nullable String database;

    @Option(
            names = "--verbose",
            order = 92,
            description = "Log what happens inside, and show where a failure came from.")
    private boolean verbose;

    Path home() {
        return home;
    }

    boolean verbose() {
        return verbose;
    }

    StoreChoice store() {
        return new StoreChoice(home, database);
    }
}
