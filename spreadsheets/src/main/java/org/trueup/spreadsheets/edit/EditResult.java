package org.trueup.spreadsheets.edit;

import java.util.List;

/** What became of editing a workbook. */
public sealed interface EditResult {

    /**
     * @param workbook the bytes of the edited {@code .xlsx} file; the caller may keep and change them
     * @param changes what was done, each as {@code Plans!E5: 5 → 7}
     */
    record Edited(byte[] workbook, List<String> changes) implements EditResult {}

    /**
     * Nothing was changed.
     *
     * @param edit which of the edits cannot be done, from 0
     * @param sentence why, and what to do
     */
    record NotPossible(int edit, String sentence) implements EditResult {}
}
