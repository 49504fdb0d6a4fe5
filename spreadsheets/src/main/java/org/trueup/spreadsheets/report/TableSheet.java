package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table that takes rows one by one and goes on on a further sheet when one is full. */
final class TableSheet<R> {
    private final SheetRoom room;
    private final TablePlan<R> plan;
    private final List<TablePart<R>> parts = new ArrayList<>();
    private TablePart<R> current;

    TableSheet(SheetRoom room, TablePlan<R> plan) {
        this.room = room;
        this.plan = plan;
        this.current = part(1);
    }

    /** Adds a row and says where it stands. */
    Spot add(R row) {
        return add(cells -> plan.fill(cells, row));
    }

    /** Adds a row that fills its cells itself. */
    Spot add(Consumer<RowCells> row) {
        makeRoom();
        return current.add(row);
    }

    /** Adds rows of which some cells are the same in other workbooks, each behind the same cells of this one's own. */
    void add(Utf8Bytes own, SameCells same) {
        for (int i = 0; i < same.rows(); i++) {
            makeRoom();
            current.add(own, same, i);
        }
    }

    /** Rows added so far. */
    int rows() {
        return parts.stream().mapToInt(TablePart::rows).sum();
    }

    /** Where the next row will stand. */
    Spot next() {
        makeRoom();
        return current.next();
    }

    private void makeRoom() {
        if (current.full()) {
            current = part(parts.size() + 1);
        }
    }

    /** Puts the sheets into their workbook, once all rows are there. */
    void finish(ReportBook book) {
        parts.forEach(part -> part.finish(book));
    }

    List<Extent> extents() {
        return parts.stream()
                .map(part -> new Extent(part.name(), part.rows(), plan.help(), part.number() > 1))
                .toList();
    }

    private TablePart<R> part(int number) {
        TablePart<R> part = new TablePart<>(room, plan, number);
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
