package org.trueup.batch.feed;

import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.Vendor;

/** tenants.csv: a line is a tenant. */
record TenantLines(KnownIds ids) implements FactLines {
    @Override
    public String table() {
        return "tenant";
    }

    @Override
    public String[] columns() {
        return new String[] {
            "tenant_id",
            "name",
            "vendor",
            "account_manager",
            "account_manager_email",
            "signed_up_on",
            "nonprofit",
            "stored_history_days",
            "tenant_no"
        };
    }

    @Override
    public void write(Line line, BulkLoader row) {
        Cell.copy(line.id(Column.TENANT_ID), row);
        Cell.copy(line.needed(Column.NAME, 500), row);
        Cell.copy(line.formed(Column.VENDOR, Vendor::isName, "a vendor's name (a-z, 0-9 and -, at most 60)"), row);
        Cell.copy(line.textOrNone(Column.ACCOUNT_MANAGER, 190), row);
        Cell.copy(line.textOrNone(Column.ACCOUNT_MANAGER_EMAIL, 320), row);
        row.date(line.date(Column.SIGNED_UP_ON));
        row.bool(line.flag(Column.NONPROFIT, false));
        row.number(line.count(Column.STORED_HISTORY_DAYS));
        row.number(line.numberOf(Column.TENANT_ID, 0, ids.tenants()));
    }
}
