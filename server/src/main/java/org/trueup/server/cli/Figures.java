package org.trueup.server.cli;

import java.util.Locale;

/** Writes numbers for people. */
final class Figures {
    private Figures() {}

    /** For example {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For example {@code 1 tenant} or {@code 2 tenants}; the unit is given in the plural. */
    static String count(long number, String unit) {
        boolean one = number == 1 && unit.endsWith("s");
        return count(number) + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** Seconds with one decimal, for example {@code 8.1 s}. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** With one decimal, for example {@code 1,234.5}. */
    static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** A time to wait, rounded as a person would say it: {@code 45 s}, {@code 12 min}, {@code 3 h 20 min}. */
    static String timeLeft(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 90) {
            return whole + " s";
        }
        long minutes = Math.round(whole / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** For example {@code 45 %}. */
    static String share(long part, long whole) {
        return (whole == 0 ? 0 : part * 100 / whole) + " %";
    }
}
