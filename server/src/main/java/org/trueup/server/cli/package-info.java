/**
 * The command {@code trueup}: reads arguments, calls the rest of the server, prints what people need and ends with an
 * exit code: 0 all went well, 1 the work failed, 2 wrong usage. A failure is one plain sentence on standard error. Nobody
 * calls this package but the Java launcher and tests. The only place that prints; asking for help starts no Spring.
 */
@NullMarked
package org.trueup.server.cli;

import org.jspecify.annotations.NullMarked;
