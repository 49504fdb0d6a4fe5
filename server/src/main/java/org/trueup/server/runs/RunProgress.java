package org.trueup.server.runs;

/**
 * How far a run is at a moment.
 *
 * @param phase begins a sentence, for example {@code Deciding}
 * @param unit what is counted, in the plural; empty where nothing is
 * @param total 0 where it is not known
 * @param perSecond of the phase so far
 */
public record RunProgress(int run, String phase, String unit, long done, long total, double perSecond) {}
