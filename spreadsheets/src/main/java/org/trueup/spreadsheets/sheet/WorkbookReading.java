package org.trueup.spreadsheets.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of opening a file. */
public sealed interface WorkbookReading {

    /** @param sheets in the order of their tabs */
    record Opened(List<SheetContent> sheets) implements WorkbookReading {}

    /**
     * @param sheet the sheet at fault, where it is one sheet's fault
     * @param message a sentence that says what is wrong and what to do
     */
    record NotOpened(@Nullable String sheet, String message) implements WorkbookReading {}
}
