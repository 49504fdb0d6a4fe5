package org.trueup.spreadsheets.analysis;

/**
 * Neighbouring places on an axis, both ends included.
 *
 * @param low 0 or more
 * @param high below {@code low} where the span is empty
 */
public record Span(int low, int high) {
    /** What a condition takes that nothing on the axis meets. */
    public static final Span EMPTY = new Span(0, -1);

    public boolean isEmpty() {
        return high < low;
    }
}
