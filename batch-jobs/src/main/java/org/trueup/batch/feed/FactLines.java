package org.trueup.batch.feed;

import org.trueup.batch.store.BulkLoader;

/** How the lines of one file become rows of one table of facts. */
interface FactLines {
    /** The table; its lines are first staged in a twin of that name with {@code staged_} before it. */
    String table();

    /** The columns that a line fills, in the order in which it writes them. */
    String[] columns();

    /** Writes a line's columns; where the line turns out to have a problem, what was written is dropped. */
    void write(Line line, BulkLoader row);
}
