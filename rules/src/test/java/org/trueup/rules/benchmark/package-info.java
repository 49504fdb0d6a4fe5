/**
 * The engine's benchmark: how many tenants a second it decides on one core, beside the same rules written by hand in Java, and
 * how the cost grows with rows and accounts. A program for developers, run by hand; a test holds that both ways decide alike.
 */
@NullMarked
package org.trueup.rules.benchmark;

import org.jspecify.annotations.NullMarked;
