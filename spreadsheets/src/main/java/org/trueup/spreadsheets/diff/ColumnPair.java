package org.trueup.spreadsheets.diff;

import org.jspecify.annotations.Nullable;

/**
 * A column of both sheets, or of one of them.
 *
 * @param before in the old sheet; none where the column is new
 * @param after in the new sheet; none where the column is gone
 */
record ColumnPair(@Nullable Heading before, @Nullable Heading after) {
    ColumnPair {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a column of neither sheet");
        }
    }

    /** What people call it, as the new sheet does. */
    String title() {
        return either().title();
    }

    /** Whether it has a heading, so that it belongs to a table. */
    boolean named() {
        return either().named();
    }

    boolean percent() {
        return title().contains("%");
    }

    private Heading either() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException();
    }
}
