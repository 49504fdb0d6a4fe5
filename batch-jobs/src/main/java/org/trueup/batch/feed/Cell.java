package org.trueup.batch.feed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.BulkLoader;

/** One value of the line at hand as a range of bytes, moved from cell to cell so that reading makes no garbage. */
final class Cell {
    /** Not a whole number that fits. */
    static final int NO_COUNT = -1;

    private byte[] bytes = {};
    private int from;
    private int to;

    /** Takes a cell as it stands; false when it is blank. */
    boolean take(Cells cells, int index) {
        boolean filled = takeTrimmed(cells, index);
        from = cells.from(index);
        to = cells.to(index);
        return filled;
    }

    /** Takes a cell without the spaces around it; false when nothing is left. */
    boolean takeTrimmed(Cells cells, int index) {
        bytes = cells.bytes(index);
        from = cells.from(index);
        to = cells.to(index);
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (from < to && isSpace(bytes[to - 1])) {
            to--;
        }
        return from < to;
    }

    /** Writes a value, or nothing where there is none. */
    static void copy(@Nullable Cell cell, BulkLoader row) {
        if (cell == null) {
            row.nul();
        } else {
            row.utf8(cell.bytes, cell.from, cell.to - cell.from);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The entry of this id, or {@link IdIndex#NONE}. */
    long in(IdIndex index, int owner) {
        return index.find(owner, bytes, from, to - from);
    }

    boolean fits(int longest) {
        return to - from <= longest || Utf8.characters(bytes, from, to - from) <= longest;
    }

    /** The day of a date as {@link Dates} packs it. */
    int day() {
        return Dates.day(bytes, from, to);
    }

    /** The UTC day of an instant as {@link Dates} packs it. */
    int utcDay() {
        return Dates.utcDay(bytes, from, to);
    }

    /** A whole number from 0 to 2,147,483,647, or {@link #NO_COUNT}. */
    int count() {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NO_COUNT;
            }
            number = number * 10 + bytes[i] - '0';
            if (number > Integer.MAX_VALUE) {
                return NO_COUNT;
            }
        }
        return (int) number;
    }

    /** Says whether the value is that word, upper and lower case alike. */
    boolean spells(String upperCase) {
        if (to - from != upperCase.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int b = bytes[i] >= 'a' && bytes[i] <= 'z' ? bytes[i] - 32 : bytes[i];
            if (b != upperCase.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
