package org.trueup.batch.night;

/** Hears how far a night is. May be told by any thread. */
public interface NightProgress {
    /** Hears nothing. */
    NightProgress SILENT = new NightProgress() {
        @Override
        public void phase(String name, String unit, long total) {}

        @Override
        public void reached(long done) {}

        @Override
        public void note(String sentence) {}
    };

    /**
     * A phase begins, which ends the one before.
     *
     * @param name begins a sentence, for example {@code Deciding}
     * @param unit what is counted, in the plural
     * @param total how many there are; 0 where it is not known
     */
    void phase(String name, String unit, long total);

    /** How many of the phase are done, from its beginning on. */
    void reached(long done);

    /** Something that a person should know and that stops nothing, as a sentence. */
    void note(String sentence);
}
