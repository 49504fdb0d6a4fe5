package org.trueup.spreadsheets.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;

/**
 * The table of one sheet, to be shown and edited.
 *
 * @param sheet the tab
 * @param headerRow as Excel shows it
 * @param nextRow where a new row goes
 * @param columns from left to right
 * @param rows those that hold something under a column, from top to bottom
 */
public record SheetGrid(String sheet, int headerRow, int nextRow, List<FormColumn> columns, List<GridRow> rows) {

    /**
     * A row.
     *
     * @param row as Excel shows it
     * @param cells what is typed, by the letters of the column; empty cells are left out
     */
    public record GridRow(int row, Map<String, String> cells) {}

    /** What is typed into a cell; empty where nothing is. */
    public String typed(String letters, int row) {
        return rows.stream()
                .filter(each -> each.row() == row)
                .findFirst()
                .map(each -> each.cells().getOrDefault(letters, ""))
                .orElse("");
    }

    Optional<FormColumn> columnAt(String letters) {
        return columns.stream()
                .filter(column -> column.letters().equals(letters))
                .findFirst();
    }
}
