package org.trueup.spreadsheets.edit;

import java.util.Map;

/** One thing that somebody does to a workbook. Values are as they are typed; an empty one empties its cell. */
public sealed interface Edit {

    /** The sheet by its tab. */
    String sheet();

    /** @param cell for example {@code E5}; one of the table, or of the row below it */
    record SetCell(String sheet, String cell, String value) implements Edit {}

    /**
     * Fills the first row below the last one that holds something.
     *
     * @param values by the headings of their columns
     */
    record AddRow(String sheet, Map<String, String> values) implements Edit {
        public AddRow {
            values = Map.copyOf(values);
        }
    }

    /**
     * Empties a row. The rows below stay where they are, with their comments and with the cells that scenarios, people and
     * older reports know them by.
     *
     * @param row as Excel shows it
     */
    record DeleteRow(String sheet, int row) implements Edit {}
}
