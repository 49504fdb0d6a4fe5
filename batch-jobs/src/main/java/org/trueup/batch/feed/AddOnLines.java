package org.trueup.batch.feed;

import java.time.LocalDate;
import org.trueup.batch.store.BulkLoader;

/** add_ons.csv: a line is an add-on that a tenant bought. */
record AddOnLines(KnownIds ids) implements FactLines {
    /** Stands in the store's key for an add-on without a start; no feed can bring so early a date. */
    private static final LocalDate NO_START = LocalDate.of(1000, 1, 1);

    @Override
    public String table() {
        return "add_on";
    }

    @Override
    public String[] columns() {
        return new String[] {"tenant_no", "add_on", "licenses", "starts_on", "ends_on", "price_per_license"};
    }

    @Override
    public void write(Line line, BulkLoader row) {
        row.number(line.tenantNo(ids));
        Cell.copy(line.needed(Column.ADD_ON, Line.ID_LENGTH), row);
        row.number(line.neededCount(Column.LICENSES));
        LocalDate startsOn = line.date(Column.STARTS_ON);
        LocalDate endsOn = line.date(Column.ENDS_ON);
        line.inOrder(startsOn, endsOn);
        row.date(startsOn == null ? NO_START : startsOn).date(endsOn);
        row.decimal(line.price(Column.PRICE_PER_LICENSE));
    }
}
