package org.trueup.spreadsheets.policybook;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may be typed under a column, for whoever offers an editor for it.
 *
 * @param choices of {@link Kind#CHOICE} all that there are; of the other kinds words that may stand instead of a value
 */
public record CellShape(Kind kind, List<String> choices) {
    static final CellShape TEXT = new CellShape(Kind.TEXT, List.of());
    static final CellShape NUMBER = new CellShape(Kind.NUMBER, List.of());
    static final CellShape PERCENT = new CellShape(Kind.PERCENT, List.of());
    static final CellShape DATE = new CellShape(Kind.DATE, List.of());
    static final CellShape NUMBER_OR_TEXT = new CellShape(Kind.NUMBER_OR_TEXT, List.of());

    /** What a value is. */
    public enum Kind {
        TEXT,
        NUMBER,
        PERCENT,
        DATE,
        CHOICE,
        /** It depends on the row. */
        NUMBER_OR_TEXT
    }

    public CellShape {
        choices = List.copyOf(choices);
    }

    static CellShape choice(List<String> choices) {
        return choices.isEmpty() ? TEXT : new CellShape(Kind.CHOICE, choices);
    }

    /** The same, or a word. */
    CellShape or(String word) {
        return new CellShape(
                kind, Stream.concat(choices.stream(), Stream.of(word)).toList());
    }
}
