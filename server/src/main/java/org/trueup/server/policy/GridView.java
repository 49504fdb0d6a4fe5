package org.trueup.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.edit.SheetGrid;
import org.trueup.spreadsheets.edit.WorkbookGrid;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;

/** The tables of a workbook as HTTP tells them. */
record GridView(String v, String sha256, List<Sheet> sheets) {

    /**
     * One of them.
     *
     * @param headerRow as Excel shows it
     * @param nextRow where a new row goes
     * @param problems of the sheet as a whole, and of cells that stand in no row of it
     */
    record Sheet(
            String sheet,
            int headerRow,
            int nextRow,
            List<Column> columns,
            List<Row> rows,
            List<CheckView.Told> problems) {}

    /**
     * A column.
     *
     * @param letters for example {@code F}
     * @param type TEXT, NUMBER, PERCENT, DATE, CHOICE or NUMBER_OR_TEXT
     * @param choices of CHOICE all there are, else words that may stand instead of a value
     * @param expected what belongs there, within a sentence
     */
    record Column(String letters, String header, String type, List<String> choices, boolean required, String expected) {
        static Column of(FormColumn column) {
            return new Column(
                    column.letters(),
                    column.header(),
                    column.shape().kind().name(),
                    column.shape().choices(),
                    column.required(),
                    column.expected());
        }
    }

    /**
     * A row.
     *
     * @param cells what is typed, by the letters of the column; empty ones are left out
     * @param problems of its cells
     */
    record Row(int row, Map<String, String> cells, List<CheckView.Told> problems) {}

    /** @param only the tab of the one sheet that is asked for; none tells all */
    static GridView of(Edition edition, WorkbookGrid grid, CheckReport report, Optional<String> only) {
        return new GridView(
                edition.name(),
                edition.sha256(),
                grid.sheets().stream()
                        .filter(sheet -> only.isEmpty() || only.get().equals(sheet.sheet()))
                        .map(sheet -> sheet(sheet, report))
                        .toList());
    }

    private static Sheet sheet(SheetGrid grid, CheckReport report) {
        Map<Integer, List<CheckView.Told>> byRow = report.problems().stream()
                .filter(problem -> grid.sheet().equals(problem.sheet()))
                .collect(Collectors.groupingBy(
                        GridView::row, Collectors.mapping(CheckView.Told::of, Collectors.toList())));
        List<Row> rows = grid.rows().stream()
                .map(row -> new Row(row.row(), row.cells(), found(byRow.remove(row.row()))))
                .toList();
        return new Sheet(
                grid.sheet(),
                grid.headerRow(),
                grid.nextRow(),
                grid.columns().stream().map(Column::of).toList(),
                rows,
                byRow.values().stream().flatMap(List::stream).toList());
    }

    private static List<CheckView.Told> found(@Nullable List<CheckView.Told> told) {
        return told == null ? List.of() : told;
    }

    /** 0 for what is the whole sheet's fault. */
    private static int row(Problem problem) {
        String cell = problem.cell();
        return cell == null ? 0 : Integer.parseInt(cell.replaceAll("[^0-9]", ""));
    }
}
