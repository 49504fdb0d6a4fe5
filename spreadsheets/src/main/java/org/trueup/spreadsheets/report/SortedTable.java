package org.trueup.spreadsheets.report;

import java.io.IOException;

/** A table whose rows come in any order and stand by rank, the lowest first. */
final class SortedTable<R> {
    private final TablePlan<R> plan;
    private final TableSheet<R> sheet;
    private final SortedRows rows;

    SortedTable(SheetRoom room, TablePlan<R> plan) {
        this.plan = plan;
        this.sheet = new TableSheet<>(room, plan);
        this.rows = room.sorted();
    }

    void add(int rank, R row) {
        plan.fill(rows, row);
        rows.fitHeight();
        rows.end(rank);
    }

    /** Writes the rows in their order; to be called once, when all are there. */
    TableSheet<R> sheet() throws IOException {
        rows.replay(sheet::add);
        return sheet;
    }
}
