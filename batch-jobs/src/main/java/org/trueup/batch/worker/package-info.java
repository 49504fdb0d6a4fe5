/**
 * A worker: does ranges of the nights that other programs run on the same database, on as many machines as there are. Called
 * by the command line. Starts no night, loads no feed and writes no file.
 */
@NullMarked
package org.trueup.batch.worker;

import org.jspecify.annotations.NullMarked;
