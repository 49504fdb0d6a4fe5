package org.trueup.server.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which store to open.
 *
 * @param home the folder that the program keeps its own things under, its embedded database too
 * @param database JDBC URL of a MariaDB that somebody else runs; none: the embedded one
 * @param there whether a home without a store is refused, rather than given one: for whoever asks what a store holds
 */
public record StoreChoice(Path home, @Nullable String database, boolean there) {

    /** A store that is made where there is none. */
    public StoreChoice(Path home, @Nullable String database) {
        this(home, database, false);
    }
}
