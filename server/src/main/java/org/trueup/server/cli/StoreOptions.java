package org.trueup.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trueup.server.run.StoreChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that needs the store. */
final class StoreOptions {
    private static final Path DEFAULT_HOME = Path.of("trueup-data");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "trueup-data",
            order = 90,
            description = "Folder of the embedded database and other things to keep; default ${DEFAULT-VALUE}.")
    private Path home = DEFAULT_HOME;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Path home() {
        return home;
    }

    boolean verbose() {
        return verbose;
    }

    /**
     * How to name the same store in another command; empty where nothing needs to be said. A database's URL may hold a
     * password, so that only the option is named.
     */
    String again() {
        if (database != null) {
            return " --database JDBC_URL";
        }
        String folder = home.toString();
        return home.equals(DEFAULT_HOME) ? "" : " --home " + (folder.contains(" ") ? "\"" + folder + "\"" : folder);
    }

    StoreChoice store() {
        return choice(false);
    }

    /** For a command that asks what a store holds: where there is none, a folder was mistyped. */
    StoreChoice existingStore() {
        return choice(true);
    }

    private StoreChoice choice(boolean there) {
        if (database != null && database.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--database is empty: give a JDBC URL, or leave it out for the embedded database.");
        }
        return new StoreChoice(home, database, there);
    }
}
