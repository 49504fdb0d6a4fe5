package org.trueup.spreadsheets.parts;

import org.jspecify.annotations.Nullable;

/** Estimates how many lines a text takes in a column; rather one too many than one too few. */
public final class TextLines {
    /** From here on letters are about two digits wide: Hangul, Chinese, Japanese, pictures. */
    private static final int WIDE_FROM = 0x1100;

    /** A column so many digits wide takes a tenth more letters: most are narrower than a digit. */
    private static final int TENTHS = 11;

    private TextLines() {}

    /**
     * How many lines a text takes.
     *
     * @param width of the column in characters, as Excel counts them
     */
    public static int of(@Nullable String text, int width) {
        if (text == null) {
            return 1;
        }
        int room = width * TENTHS / 10;
        int lines = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            used += c >= WIDE_FROM ? 2 : 1;
            if (c == '\n' || used > room) {
                lines++;
                used = c == '\n' ? 0 : 1;
            }
        }
        return lines;
    }
}
