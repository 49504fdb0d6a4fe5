package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A table that takes rows one by one and goes on on a further sheet when one is full. */
final class TableSheet<R> {
    private final ReportBook book;
    private final TablePlan<R> plan;
    private final List<TablePart<R>> parts = new ArrayList<>();
    private TablePart<R> current;

    TableSheet(ReportBook book, TablePlan<R> plan) {
        this.book = book;
        this.plan = plan;
        this.current = part(book.append(plan.sheet(1)), 1);
    }

    /** Adds a row and says where it stands. */
    Spot add(R row) {
        return add(cells -> plan.fill(cells, row));
    }

    /** Adds a row that fills its cells itself. */
    Spot add(Consumer<RowCells> row) {
        room();
        return current.add(row);
    }

    /** Where the next row will stand. */
    Spot next() {
        room();
        return current.next();
    }

    private void room() {
        if (current.full()) {
            int number = parts.size() + 1;
            current = part(book.insertAfter(plan.sheet(number), plan.sheet(number - 1)), number);
        }
    }

    /** Makes tables of the rows, once all are there. */
    void finish() {
        parts.forEach(TablePart::finish);
    }

    List<Extent> extents() {
        return parts.stream()
                .map(part -> new Extent(part.name(), part.rows(), plan.help(), part.number() > 1))
                .toList();
    }

    private TablePart<R> part(SXSSFSheet sheet, int number) {
        TablePart<R> part = new TablePart<>(book, sheet, plan, number);
        parts.add(part);
        return part;
    }

    /**
     * How much stands on a sheet.
     *
     * @param rows at least 0
     * @param continuation whether the sheet before it was full
     */
    record Extent(String sheet, int rows, String about, boolean continuation) {}
}
