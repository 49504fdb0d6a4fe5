package org.trueup.spreadsheets.policybook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.Place;
import org.trueup.spreadsheets.sheet.SheetContent;

/**
 * The table on a terms sheet: finds the header row, takes the columns by name and gives the rows below. What stands
 * outside the columns is refused, since nobody could tell what it should do.
 */
final class TermsTable {
    private static final int HEADER_WITHIN_ROWS = 30;

    private final String file;
    private final SheetContent sheet;
    private final List<Column<?>> columns;
    private final Problems problems;
    private final int headerRow;
    /** Where each known column stands. */
    private final Map<String, Integer> places = new LinkedHashMap<>();
    /** Columns whose header nobody knows, told once, at the header; and those that a check filled. */
    private final TreeSet<Integer> unknown = new TreeSet<>();

    private TermsTable(
            String file, SheetContent sheet, List<Column<?>> columns, Problems problems, SheetContent.Row header) {
        this.file = file;
        this.sheet = sheet;
        this.columns = columns;
        this.problems = problems;
        this.headerRow = header.number();
        header.cells().forEach(this::takeHeader);
        for (Column<?> column : columns) {
            if (column.required() && !places.containsKey(column.header())) {
                error(null, "the column \"" + column.header() + "\" is missing; add it to row " + headerRow);
            }
        }
        refuseMergedCells();
    }

    /** The table, unless no row of the sheet looks like its header. */
    static Optional<TermsTable> on(String file, SheetContent sheet, List<Column<?>> columns, Problems problems) {
        for (SheetContent.Row row : sheet.rows()) {
            if (row.number() <= HEADER_WITHIN_ROWS && knownHeaders(row.cells(), columns) >= 2) {
                return Optional.of(new TermsTable(file, sheet, columns, problems, row));
            }
        }
        String message = "there is no header row within the first 30 rows; type one with the columns " + names(columns);
        problems.add(sheet.name(), null, Severity.ERROR, message);
        return Optional.empty();
    }

    /** The rows that hold something in the table's columns, from top to bottom; some sheets must have one. */
    List<TableRow> rows(boolean atLeastOne) {
        Map<String, String> letters = letters();
        List<TableRow> rows = new ArrayList<>();
        for (SheetContent.Row row : sheet.rows()) {
            if (row.number() <= headerRow) {
                continue;
            }
            SortedMap<Integer, CellValue> cells = new TreeMap<>(row.cells());
            row.cells().keySet().stream()
                    .filter(column -> !places.containsValue(column))
                    .forEach(column -> {
                        cells.remove(column);
                        refuseStray(new Place(column, row.number()));
                    });
            if (!cells.isEmpty()) {
                SheetRow at = new SheetRow(file, sheet.name(), row.number(), letters);
                rows.add(new TableRow(at, places, cells, problems));
            }
        }
        if (atLeastOne && rows.isEmpty()) {
            error(null, "there are no rows below the header; type at least one");
        }
        return rows;
    }

    /** @param whole whether every row could be read */
    SheetTable place(String name, boolean whole) {
        return new SheetTable(name, sheet.name(), headerRow, letters(), whole);
    }

    /** What may be typed where. */
    SheetForm form() {
        List<SheetForm.FormColumn> there = columns.stream()
                .filter(column -> places.containsKey(column.header()))
                .sorted(Comparator.comparing(column -> places.getOrDefault(column.header(), 0)))
                .map(this::formColumn)
                .toList();
        return new SheetForm(sheet.name(), headerRow, there);
    }

    private SheetForm.FormColumn formColumn(Column<?> column) {
        return new SheetForm.FormColumn(
                column.header(),
                Place.letters(places.getOrDefault(column.header(), 0)),
                column.type().shape(),
                column.required(),
                column.type().expected());
    }

    private static long knownHeaders(SortedMap<Integer, CellValue> cells, List<Column<?>> columns) {
        return cells.values().stream()
                .flatMap(cell -> known(cell, columns).stream())
                .distinct()
                .count();
    }

    private static Optional<String> known(CellValue cell, List<Column<?>> columns) {
        return columns.stream()
                .map(Column::header)
                .filter(header -> cell instanceof CellValue.Text text
                        && SheetNames.key(text.text()).equals(SheetNames.key(header)))
                .findFirst();
    }

    private void takeHeader(int column, CellValue cell) {
        Optional<String> header = known(cell, columns);
        Place place = new Place(column, headerRow);
        if (cell instanceof CellValue.Text text && CheckMarks.isHeading(text.text())) {
            unknown.add(column);
        } else if (header.isEmpty()) {
            unknown.add(column);
            String typed = cell instanceof CellValue.Text text ? CellText.line(text.text()) : "";
            String hint = Spoken.didYouMean(
                    typed, columns.stream().map(Column::header).toList());
            String advice = hint.isEmpty() ? "; the columns are " + names(columns) : hint;
            error(place, Spoken.of(cell) + " is not a column of this sheet" + advice);
        } else if (places.putIfAbsent(header.get(), column) != null) {
            unknown.add(column);
            error(place, "the column \"" + header.get() + "\" stands twice; delete one of the two");
        }
    }

    private void refuseStray(Place place) {
        if (!unknown.contains(place.column())) {
            error(
                    place,
                    "this cell stands outside the table, under no column; delete it or move it to the sheet Read me");
        }
    }

    /** Titles may be merged; from the header on, nobody can say to which row a merged cell belongs. */
    private void refuseMergedCells() {
        int first = places.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        int last = places.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (SheetContent.Block block : sheet.merged()) {
            boolean beside = block.last().column() < first || block.first().column() > last;
            if (block.last().row() >= headerRow && !beside) {
                error(block.first(), "the cells " + block + " are merged; unmerge them and fill each cell by itself");
            }
        }
    }

    /**
     * Letters for every column that the sheet could have. One that was left out answers with the row's first column, so
     * that a reason can always name the row.
     */
    private Map<String, String> letters() {
        int first = places.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        Map<String, String> letters = new LinkedHashMap<>();
        for (Column<?> column : columns) {
            letters.put(column.header(), Place.letters(places.getOrDefault(column.header(), first)));
        }
        return letters;
    }

    private void error(@Nullable Place place, String message) {
        problems.add(sheet.name(), place, Severity.ERROR, message);
    }

    private static String names(List<Column<?>> columns) {
        return String.join(", ", columns.stream().map(Column::header).toList());
    }
}
