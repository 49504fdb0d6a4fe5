package org.trueup.batch.feed;

import org.trueup.batch.store.BulkLoader;

/** grace_state.csv: a line says since when a tenant stood over its limit as the feed was taken. */
record GraceStateLines(KnownIds ids) implements FactLines {
    @Override
    public String table() {
        return "grace_state";
    }

    @Override
    public String[] columns() {
        return new String[] {"tenant_no", "over_since"};
    }

    @Override
    public void write(Line line, BulkLoader row) {
        row.number(line.tenantNo(ids));
        row.date(line.neededDate(Column.OVER_SINCE));
    }
}
