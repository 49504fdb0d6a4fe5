package org.trueup.server.run;

/** Hears how far long work is. May be told by any thread. */
public interface Progress {

    /**
     * A phase begins, which ends the one before.
     *
     * @param name begins a sentence, for example {@code Deciding}
     * @param unit what is counted, in the plural, for example {@code tenants}; empty where nothing is counted
     * @param total how many there are; 0 when nobody knows
     */
    void phase(String name, String unit, long total);

    /** Something that a person should know and that stops nothing, as a sentence. */
    void note(String sentence);

    /** How many of the phase are done, from its beginning on. */
    void reached(long done);
}
