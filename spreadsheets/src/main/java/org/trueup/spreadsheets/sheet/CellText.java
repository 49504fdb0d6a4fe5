package org.trueup.spreadsheets.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a typed text means once the innocent differences of keyboards and copying are taken away. */
public final class CellText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** Zero-width characters and the byte-order mark come along when text is copied from web pages. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u200E\\u200F\\u2060\\uFEFF\\u00AD]");

    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern HARD_SPACES = Pattern.compile("[\\p{Z}&&[^\\n]]");

    private CellText() {}

    /** One line: no spaces around, every run of spaces (non-breaking ones and line breaks too) one plain space. */
    public static String line(String typed) {
        return ENDS.matcher(SPACES.matcher(invisible(typed)).replaceAll(" ")).replaceAll("");
    }

    /** A longer text: as {@link #line}, but line breaks and runs of spaces inside are kept. */
    public static String paragraph(String typed) {
        String plain = HARD_SPACES.matcher(invisible(typed)).replaceAll(" ").replace("\r\n", "\n");
        return ENDS.matcher(plain.replace('\r', '\n')).replaceAll("");
    }

    /** A line with full-width letters, digits and signs as ordinary ones: for numbers, dates and words of a list. */
    public static String word(String typed) {
        return line(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    }

    private static String invisible(String typed) {
        return INVISIBLE.matcher(typed).replaceAll("");
    }
}
