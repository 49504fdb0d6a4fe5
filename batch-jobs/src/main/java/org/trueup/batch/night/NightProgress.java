package org.trueup.batch.night;

/** Hears how far a night is. Called by several threads. */
@FunctionalInterface
public interface NightProgress {
    /** Hears nothing. */
    NightProgress SILENT = (phase, done, total) -> {};

    /**
     * Some part of a phase is done.
     *
     * @param done tenants so far
     * @param total tenants in all; 0 where it is not known
     */
    void at(String phase, long done, long total);
}
