package org.trueup.spreadsheets.sheet;

import java.nio.charset.StandardCharsets;

/** Counts a package's markup before anything keeps it: in memory elements and attributes weigh far more than their letters. */
final class Markup {
    static final int MAX_PIECES = 750_000;
    /** Each of them is written out once when POI opens a workbook. */
    static final int MAX_TEXTS = 100_000;
    /** POI compares those that overlap with each other, and Excel never writes such. */
    static final int MAX_COLUMNS = 3_000;
    /** POI asks of every cell whether one of the array formulas covers it. */
    static final int MAX_FORMULAS = 2_000;

    private int pieces;
    private int texts;
    private int columns;
    private int formulas;

    /** A part as letters: without its zero bytes a UTF-16 part reads like an ASCII one. */
    static String letters(byte[] part) {
        byte[] letters = new byte[part.length];
        int kept = 0;
        for (byte letter : part) {
            if (letter != 0) {
                letters[kept++] = letter;
            }
        }
        return new String(letters, 0, kept, StandardCharsets.ISO_8859_1);
    }

    /** Counts a part, whatever its name says it is; a picture has next to no pieces. */
    void count(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '=') {
                pieces++;
            } else if (letter == '<' && !text.startsWith("/", at + 1)) {
                pieces++;
                element(text, at + 1);
            }
        }
    }

    boolean tooMuch() {
        return pieces > MAX_PIECES || texts > MAX_TEXTS || columns > MAX_COLUMNS || formulas > MAX_FORMULAS;
    }

    private void element(String text, int start) {
        int end = start;
        int name = start;
        while (end < text.length() && " />\t\r\n".indexOf(text.charAt(end)) < 0) {
            if (text.charAt(end++) == ':') {
                name = end;
            }
        }
        texts += is("si", text, name, end);
        columns += is("col", text, name, end);
        formulas += is("f", text, name, end);
    }

    private static int is(String element, String text, int name, int end) {
        return end - name == element.length() && text.startsWith(element, name) ? 1 : 0;
    }
}
