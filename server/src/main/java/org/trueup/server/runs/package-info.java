/**
 * Runs of nights on the server: started over HTTP, by a page or by the schedule, one at a time, watched while they work,
 * stopped with the server and done again by the next one. {@link org.trueup.server.runs.Runs} is the door. What a night does
 * is the jobs' business; this package starts them, tells how far they are and hands out what they wrote.
 */
@NullMarked
package org.trueup.server.runs;

import org.jspecify.annotations.NullMarked;
