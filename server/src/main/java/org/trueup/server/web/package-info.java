/**
 * The server as a whole: what Spring starts for {@code trueup serve}, and how the command line starts and stops it. It puts the
 * other packages together and does nothing itself.
 */
@NullMarked
package org.trueup.server.web;

import org.jspecify.annotations.NullMarked;
