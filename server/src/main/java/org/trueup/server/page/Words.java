package org.trueup.server.page;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sets dates and numbers as people read them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final char NO_BREAK = '\u00a0';

    private Words() {}

    /** For example 27 Nov 2026. */
    static String day(LocalDate day) {
        return DAY.format(day).replace(' ', NO_BREAK);
    }

    /** To the second, in UTC as the store keeps it. */
    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** With commas between thousands. */
    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }
}
