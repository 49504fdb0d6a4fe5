package org.trueup.spreadsheets.diff;

import java.util.List;

/** What became of comparing two files. */
public sealed interface DiffResult {

    /** @param differences by sheet, in the order of the new workbook's tabs; empty where both say the same */
    record Compared(List<Difference> differences) implements DiffResult {}

    /**
     * One of the files is no workbook, or not a safe one.
     *
     * @param message a sentence without its full stop that says what is wrong and what to do
     */
    record Unreadable(Side side, String message) implements DiffResult {}

    /** Which of the two files. */
    enum Side {
        OLD,
        NEW
    }
}
