package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/**
 * Under which number each style stands: the same in every workbook, so that a row can be written before there is a workbook, and
 * once for several.
 */
final class StyleNumbers {
    /** Cells without a style of ours have the one before. */
    private static final int FIRST = 1;

    private static final List<Enum<?>> WORDS = words();
    private static final Map<Enum<?>, Short> NUMBERS = numbers();

    private StyleNumbers() {}

    static short of(Look look) {
        return (short) (FIRST + look.ordinal());
    }

    /** Of one of the words that have a mark of their own. */
    static short ofWord(Enum<?> word) {
        Short number = NUMBERS.get(word);
        if (number == null) {
            throw new IllegalArgumentException(word + " has no style of its own");
        }
        return number;
    }

    /** How many styles a workbook has. */
    static int count() {
        return FIRST + Look.values().length + WORDS.size();
    }

    /** The words that have a mark of their own, in the order of their styles, which stand behind those of the looks. */
    static List<Enum<?>> allWords() {
        return WORDS;
    }

    private static List<Enum<?>> words() {
        List<Enum<?>> words = new ArrayList<>();
        words.addAll(List.of(Status.values()));
        words.addAll(List.of(Severity.values()));
        words.addAll(List.of(Urgency.Rank.values()));
        words.addAll(List.of(Movement.values()));
        return List.copyOf(words);
    }

    private static Map<Enum<?>, Short> numbers() {
        Map<Enum<?>, Short> numbers = new HashMap<>();
        for (Enum<?> word : WORDS) {
            numbers.put(word, (short) (FIRST + Look.values().length + numbers.size()));
        }
        return numbers;
    }
}
