package org.trueup.spreadsheets.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Cell;

/** The sheet of the policy rows that decided something, in words. */
final class RulesUsedTable {
    static final String SHEET = "Rules used";

    private static final int WORDS = 100;

    private RulesUsedTable() {}

    /**
     * @param cell the first cell of the row that had a say
     * @param words what the row says; none where the workbook of the version is not known
     * @param tenants how many it decided, at least 1
     * @param share of the vendor's tenants in this workbook
     */
    record Row(Vendor vendor, Cell cell, @Nullable String words, long tenants, double share) {}

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = List.of(
                Column.words("Vendor", 14, (cells, row) -> cells.text(row.vendor.name())),
                Column.words("Sheet", 20, (cells, row) -> cells.text(row.cell.sheet())),
                Column.figures("Row", 8, (cells, row) -> cells.number(row.cell.row())),
                Column.words("What the row says", WORDS, (cells, row) -> cells.wrapped(row.words, WORDS)),
                Column.figures("Tenants", 12, (cells, row) -> cells.number(row.tenants)),
                new Column<>("Share of tenants", 18, Column.Kind.BAR, (cells, row) -> cells.percent(row.share)),
                Column.words("Cell", 34, (cells, row) -> cells.text(row.cell.toString())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "The rows of the policy workbooks that had a say, and about how many tenants.",
                "No row of a policy workbook had a say.",
                3,
                "Cell",
                columns);
    }
}
