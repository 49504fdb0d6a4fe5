package org.trueup.batch.mail;

import java.util.regex.Pattern;

/** Text of tenants made fit to stand in one line of a mail, its headers too. */
final class OneLine {
    /** Line ends of all kinds, halves of characters, and marks that turn the direction of what follows. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private OneLine() {}

    /** The text in one line of at most so many characters. */
    static String of(String text, int most) {
        String fit = SPACES.matcher(UNFIT.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (fit.codePointCount(0, fit.length()) <= most) {
            return fit;
        }
        return fit.substring(0, fit.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
