package org.trueup.server.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.edit.SheetGrid;
import org.trueup.spreadsheets.edit.WorkbookGrid;

/**
 * A sheet as a grid, its bad cells marked.
 *
 * @param problems by cell, and under an empty key what is the whole sheet's fault
 */
record SheetView(SheetGrid grid, Map<String, List<CheckView.Told>> problems) {

    static List<SheetView> all(WorkbookGrid grid, CheckReport report) {
        return grid.sheets().stream().map(sheet -> of(sheet, report)).toList();
    }

    private static SheetView of(SheetGrid grid, CheckReport report) {
        return new SheetView(
                grid,
                report.problems().stream()
                        .filter(problem -> grid.sheet().equals(problem.sheet()))
                        .map(CheckView.Told::of)
                        .collect(Collectors.groupingBy(told -> Words.orEmpty(told.cell()))));
    }

    public String name() {
        return grid.sheet();
    }

    public long errors() {
        return problems.values().stream()
                .flatMap(List::stream)
                .filter(CheckView.Told::error)
                .count();
    }

    /** The worst tone of a cell; none where nothing is wrong with it. */
    public @Nullable String tone(String cell) {
        List<CheckView.Told> told = problems.get(cell);
        if (told == null) {
            return null;
        }
        return told.stream().anyMatch(CheckView.Told::error)
                ? "BAD"
                : told.get(0).severity().tone();
    }

    /** What is wrong with a cell, in one text; none where nothing is. */
    public @Nullable String said(String cell) {
        List<CheckView.Told> told = problems.get(cell);
        return told == null ? null : told.stream().map(CheckView.Told::message).collect(Collectors.joining("\n"));
    }
}
