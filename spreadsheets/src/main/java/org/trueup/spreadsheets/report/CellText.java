package org.trueup.spreadsheets.report;

import java.util.regex.Pattern;

/** Makes any text fit for a cell of an Excel file. */
final class CellText {
    /** What a cell holds at most. */
    static final int MOST_CHARACTERS = 32_767;

    /** Excel reads {@code _x0041_} as an A, unless the underscore is itself written so. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final char REPLACEMENT = '\uFFFD';

    private CellText() {}

    static String of(String text) {
        String fitting = text.length() > MOST_CHARACTERS ? cut(text) : text;
        for (int i = 0; i < fitting.length(); i++) {
            if (!allowed(fitting, i)) {
                return escaped(replaced(fitting));
            }
        }
        return escaped(fitting);
    }

    private static String escaped(String text) {
        return text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    }

    private static String cut(String text) {
        String note = " … (cut, the whole text has " + text.length() + " characters)";
        int end = MOST_CHARACTERS - note.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + note;
    }

    private static String replaced(String text) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text, i)) {
                replaced.setCharAt(i, REPLACEMENT);
            }
        }
        return replaced.toString();
    }

    /** XML 1.0 knows neither most control characters nor halves of a character. */
    private static boolean allowed(String text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < '\uFFFE';
    }
}
