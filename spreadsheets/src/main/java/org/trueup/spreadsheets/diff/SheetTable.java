package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.SheetContent;
import org.trueup.spreadsheets.sheet.SheetContent.Row;

/**
 * A sheet as headings and the rows under them. A sheet that is no table has its columns' letters as headings.
 *
 * @param headerRow where the headings stand; 0 where there are none
 */
record SheetTable(int headerRow, List<Heading> headings, List<Row> rows) {
    private static final int HEADER_WITHIN_ROWS = 30;

    /** The table on a sheet: its headings are the fullest row of different texts near the top, the upper of equals. */
    static Optional<SheetTable> on(SheetContent sheet) {
        Optional<Row> header = sheet.rows().stream()
                .filter(row -> row.number() <= HEADER_WITHIN_ROWS && texts(row) >= 2)
                .max((a, b) -> texts(a) != texts(b)
                        ? Integer.compare(texts(a), texts(b))
                        : Integer.compare(b.number(), a.number()));
        return header.map(row -> below(row, sheet.rows()));
    }

    /** A sheet without a table, or what stands above one. */
    static SheetTable text(List<Row> rows) {
        return new SheetTable(0, letters(rows, Set.of()), rows);
    }

    /** What stands above the table. */
    static List<Row> above(SheetTable table, SheetContent sheet) {
        return sheet.rows().stream()
                .filter(row -> row.number() < table.headerRow())
                .toList();
    }

    private static SheetTable below(Row header, List<Row> all) {
        List<Row> rows =
                all.stream().filter(row -> row.number() > header.number()).toList();
        List<Heading> headings = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        header.cells().forEach((column, cell) -> {
            if (cell instanceof CellValue.Text text && keys.add(Heading.key(text.text()))) {
                headings.add(Heading.typed(text.text(), column));
            }
        });
        Set<Integer> named =
                new HashSet<>(headings.stream().map(Heading::column).toList());
        headings.addAll(letters(rows, named));
        return new SheetTable(header.number(), List.copyOf(headings), rows);
    }

    private static List<Heading> letters(List<Row> rows, Set<Integer> named) {
        Set<Integer> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        columns.removeAll(named);
        return columns.stream().map(Heading::letters).toList();
    }

    private static int texts(Row row) {
        return (int) row.cells().values().stream()
                .filter(CellValue.Text.class::isInstance)
                .map(cell -> Heading.key(((CellValue.Text) cell).text()))
                .distinct()
                .count();
    }
}
