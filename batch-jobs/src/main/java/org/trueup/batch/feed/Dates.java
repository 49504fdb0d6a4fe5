package org.trueup.batch.feed;

import java.time.LocalDate;

/**
 * Dates and instants as bytes. A day is one number, {@code (year * 12 + month - 1) * 32 + day of month}, so that days
 * compare as numbers; a negative number says what is wrong.
 */
final class Dates {
    /** Not of the form. */
    static final int MALFORMED = -1;
    /** A time of day without an offset from UTC, which could mean either of two days. */
    static final int NO_OFFSET = -2;

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int LARGEST_OFFSET = 18 * 60;

    private Dates() {}

    /** The day of {@code 2026-03-01}, or {@link #MALFORMED}. */
    static int day(byte[] b, int from, int to) {
        if (to - from != 10 || b[from + 4] != '-' || b[from + 7] != '-') {
            return MALFORMED;
        }
        int century = two(b, from);
        int ofCentury = two(b, from + 2);
        int month = two(b, from + 5);
        int day = two(b, from + 8);
        if ((century | ofCentury | month | day) < 0 || month < 1 || month > 12 || day < 1) {
            return MALFORMED;
        }
        int year = century * 100 + ofCentury;
        return day > 28 && day > daysIn(year, month) ? MALFORMED : (year * 12 + month - 1) << 5 | day;
    }

    /** The UTC day of a date or of an ISO 8601 instant with an offset, or what is wrong with it. */
    static int utcDay(byte[] b, int from, int to) {
        if (to - from <= 10) {
            return day(b, from, to);
        }
        int day = day(b, from, from + 10);
        byte between = b[from + 10];
        if (day < 0 || (between != 'T' && between != 't' && between != ' ') || to - from < 16) {
            return MALFORMED;
        }
        int hour = two(b, from + 11);
        int minute = two(b, from + 14);
        if (hour < 0 || hour > 23 || b[from + 13] != ':' || minute < 0 || minute > 59) {
            return MALFORMED;
        }
        int at = afterSeconds(b, from + 16, to);
        if (at < 0) {
            return MALFORMED;
        }
        return at == to ? NO_OFFSET : shifted(day, hour * 60 + minute, b, at, to);
    }

    static LocalDate date(int day) {
        return LocalDate.of((day >> 5) / 12, (day >> 5) % 12 + 1, day & 31);
    }

    private static int of(LocalDate date) {
        return (date.getYear() * 12 + date.getMonthValue() - 1) << 5 | date.getDayOfMonth();
    }

    /** Index after {@code :59.999}, the index itself where there are no seconds, or a negative number. */
    private static int afterSeconds(byte[] b, int from, int to) {
        if (from == to || b[from] != ':') {
            return from;
        }
        // 60 is a leap second, which belongs to the day that it ends
        if (to - from < 3 || two(b, from + 1) < 0 || two(b, from + 1) > 60) {
            return MALFORMED;
        }
        int at = from + 3;
        if (at < to && (b[at] == '.' || b[at] == ',')) {
            int first = ++at;
            while (at < to && b[at] >= '0' && b[at] <= '9') {
                at++;
            }
            return at == first ? MALFORMED : at;
        }
        return at;
    }

    private static int shifted(int day, int minuteOfDay, byte[] b, int from, int to) {
        int length = to - from;
        if (length == 1 && (b[from] == 'Z' || b[from] == 'z')) {
            return day;
        }
        if (b[from] != '+' && b[from] != '-') {
            return MALFORMED;
        }
        boolean colon = length == 6 && b[from + 3] == ':';
        if (length != 3 && length != 5 && !colon) {
            return MALFORMED;
        }
        int hours = two(b, from + 1);
        int minutes = length == 3 ? 0 : two(b, to - 2);
        int offset = hours * 60 + minutes;
        if (hours < 0 || minutes < 0 || minutes > 59 || offset > LARGEST_OFFSET) {
            return MALFORMED;
        }
        int utc = b[from] == '+' ? minuteOfDay - offset : minuteOfDay + offset;
        if (utc >= 0 && utc < MINUTES_OF_DAY) {
            return day;
        }
        LocalDate other = date(day).plusDays(utc < 0 ? -1 : 1);
        return other.getYear() < 0 ? MALFORMED : of(other);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static int two(byte[] b, int from) {
        int tens = b[from] - '0';
        int ones = b[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? MALFORMED : tens * 10 + ones;
    }
}
