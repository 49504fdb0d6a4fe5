/**
 * The benchmark: a made-up feed of any size, the night on it, and the floor, which reads and writes the same without deciding
 * anything. A program for developers and operators, run by hand; nothing here is a test.
 */
@NullMarked
package org.trueup.batch.benchmark;

import org.jspecify.annotations.NullMarked;
