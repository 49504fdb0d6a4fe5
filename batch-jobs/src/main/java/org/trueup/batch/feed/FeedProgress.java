package org.trueup.batch.feed;

/** Hears how a feed gets on, so that a person can be told. Called by the loading thread; must be quick. */
public interface FeedProgress {
    /** Tells nobody. */
    FeedProgress SILENT = new FeedProgress() {};

    /** The job comes to its next step. */
    default void step(String name) {}

    /**
     * Some ten thousand lines more of a file were read.
     *
     * @param lines read so far, bad ones too
     * @param share of the file's bytes that were read, 0 to 1
     */
    default void read(String file, long lines, double share) {}

    /** Something that a person should know and that stops nothing: a column that nobody knows, for example. */
    default void note(String sentence) {}
}
