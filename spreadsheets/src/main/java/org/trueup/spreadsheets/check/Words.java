package org.trueup.spreadsheets.check;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Scale;

/** How the analysis speaks of places on axes. */
final class Words {
    private static final int MOST_NAMED = 6;

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String of(boolean value) {
        return value ? "yes" : "no";
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}, cut where the list is long. */
    static String oneOf(List<String> words) {
        if (words.size() > MOST_NAMED) {
            return String.join(", ", words.subList(0, MOST_NAMED)) + " or " + (words.size() - MOST_NAMED) + " others";
        }
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** {@code the plan Medium or Large}; empty where all places of the axis are meant. */
    static <V> String restricted(String axis, Choices<V> choices, BitSet places) {
        if (places.cardinality() > choices.all().high()) {
            return "";
        }
        return axis + " "
                + oneOf(choices.at(places).stream()
                        .map(value -> value instanceof Enum<?> word ? of(word) : value.toString())
                        .collect(Collectors.toList()));
    }

    /** {@code from 2025-06-01 to 2025-06-30}, for each run of neighbouring places; the place without a day is left out. */
    static String days(Scale scale, BitSet places) {
        StringJoiner runs = new StringJoiner(" or ");
        int end = scale.numbers().high() + 1;
        for (int from = places.nextSetBit(0); from >= 0 && from < end; ) {
            int until = Math.min(places.nextClearBit(from), end);
            runs.add(days(scale, from, until - 1));
            from = places.nextSetBit(until);
        }
        return runs.toString();
    }

    private static String days(Scale scale, int from, int until) {
        boolean first = from == 0;
        boolean last = until == scale.numbers().high();
        String begin = first ? "" : "from " + LocalDate.ofEpochDay(scale.first(from));
        String end = last ? "on" : "to " + LocalDate.ofEpochDay(scale.last(until));
        return first ? (last ? "on any day" : "until " + LocalDate.ofEpochDay(scale.last(until))) : begin + " " + end;
    }
}
