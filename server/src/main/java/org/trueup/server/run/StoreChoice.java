package org.trueup.server.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which store to open.
 *
 * @param home the folder that the program keeps its own things under, its embedded database too
 * @param database JDBC URL of a MariaDB that somebody else runs; none: the embedded one
 */
public record StoreChoice(Path home, @Nullable String database) {}
