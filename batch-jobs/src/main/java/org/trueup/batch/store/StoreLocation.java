package org.trueup.batch.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the store's database is. */
public sealed interface StoreLocation {

    /**
     * A MariaDB that the program starts itself and keeps under a folder.
     *
     * @param home the folder; it is made if it is not there
     */
    record EmbeddedUnder(Path home) implements StoreLocation {

        /** Whether a database was ever laid out there; looking makes nothing. */
        public boolean isThere() {
            return Files.isDirectory(home.resolve(Home.DATA));
        }
    }

    /** Says that there is no store at this place yet; empty where there is one, or nobody can tell without asking it. */
    default Optional<String> missing() {
        return this instanceof EmbeddedUnder embedded && !embedded.isThere()
                ? Optional.of(
                        "There is no store under %s: name its folder with --home, or its database with --database."
                                .formatted(embedded.home()))
                : Optional.empty();
    }

    /**
     * As settings name it.
     *
     * @param database a URL; blank for the embedded one
     */
    static StoreLocation of(String database, String home) {
        return database.isBlank() ? new EmbeddedUnder(Path.of(home)) : new External(database.strip());
    }

    /**
     * A MariaDB 10.6 or later that somebody else runs.
     *
     * @param jdbcUrl begins with {@code jdbc:mariadb:}; user, password and any of the driver's parameters may be in it
     */
    record External(String jdbcUrl) implements StoreLocation {}
}
