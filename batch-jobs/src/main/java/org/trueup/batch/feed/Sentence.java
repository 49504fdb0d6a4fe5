package org.trueup.batch.feed;

import java.util.List;

/** The wording shared by reasons and errors. */
final class Sentence {
    private static final int LONGEST_VALUE = 80;

    private Sentence() {}

    /** {@code a, b and c}. */
    static String list(List<?> things) {
        List<String> names = things.stream().map(Object::toString).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A column and its value, the value cut where it is long: {@code starts_on "2026-13-01"}. */
    static String of(Column column, String value) {
        boolean isLong = value.codePointCount(0, value.length()) > LONGEST_VALUE;
        String shown = isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…" : value;
        return column + " \"" + shown + "\"";
    }
}
