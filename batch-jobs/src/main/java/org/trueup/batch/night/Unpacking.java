package org.trueup.batch.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a {@link Packed} text one after the other: a night unpacks millions of lines. */
final class Unpacking {
    private static final int ISO_DATE = 10;
    private static final int TEN = 10;

    private final String packed;
    private int at;

    Unpacking(String packed) {
        this.packed = packed;
    }

    /** Whether there is one more line. */
    boolean more() {
        return at < packed.length();
    }

    /** Whether all fields of the line are read; the next one begins another line. */
    boolean lineEnds() {
        boolean ends = packed.charAt(at) == '\n';
        if (ends) {
            at++;
        }
        return ends;
    }

    String text() {
        int end = packed.indexOf('\t', at);
        String field = packed.substring(at, end);
        at = end + 1;
        return field.indexOf('\\') < 0 ? field : Packed.unescaped(field);
    }

    int number() {
        Integer number = numberOrNone();
        if (number == null) {
            throw new NumberFormatException("an empty field is no number");
        }
        return number;
    }

    @Nullable
    Integer numberOrNone() {
        int end = packed.indexOf('\t', at);
        Integer number = end == at ? null : (Integer) Integer.parseInt(packed, at, end, TEN);
        at = end + 1;
        return number;
    }

    @Nullable
    LocalDate dayOrNone() {
        int end = packed.indexOf('\t', at);
        LocalDate day = end == at ? null : day(end);
        at = end + 1;
        return day;
    }

    private LocalDate day(int end) {
        return end - at == ISO_DATE && packed.charAt(at) != '-'
                ? LocalDate.of(digits(0, 4), digits(5, 7), digits(8, ISO_DATE))
                : LocalDate.parse(packed.substring(at, end));
    }

    private int digits(int from, int to) {
        return Integer.parseInt(packed, at + from, at + to, TEN);
    }
}
