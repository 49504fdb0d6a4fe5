package org.trueup.batch.feed;

/** Takes the lines of a file one by one. */
interface LineTaker {
    /** Takes a line, unless it turns out to have a problem. */
    void take(Line line);
}
