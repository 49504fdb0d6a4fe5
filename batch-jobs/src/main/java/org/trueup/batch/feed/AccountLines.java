package org.trueup.batch.feed;

import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;

/** accounts.csv: a line is an account of a tenant. */
record AccountLines(KnownIds ids) {
    static final String TABLE = "account";

    private static final AccountKind[] KINDS = AccountKind.values();
    private static final Access[] ACCESS = Access.values();
    private static final TrackingGroup[] GROUPS = TrackingGroup.values();

    /** The columns that a line fills, in the order in which it writes them. */
    static String[] columns() {
        return new String[] {
            "tenant_no",
            "account_id",
            "name",
            "kind",
            "source",
            "email",
            "username",
            "logon_domain",
            "device",
            "added_on",
            "removed_on",
            "deactivated_on",
            "login_enabled",
            "tracked",
            "has_history",
            "history_deleted_on",
            "access",
            "tracking_group",
            "merged_into",
            "account_no"
        };
    }

    /** Writes a line's columns and returns the account's entry, {@link IdIndex#NONE} where the line has a problem. */
    long write(Line line, BulkLoader row) {
        int tenantNo = line.tenantNo(ids);
        row.number(tenantNo);
        writeIdentity(line, row);
        row.date(line.date(Column.ADDED_ON));
        row.date(line.date(Column.REMOVED_ON));
        row.date(line.date(Column.DEACTIVATED_ON));
        row.bool(line.flag(Column.LOGIN_ENABLED, true));
        row.bool(line.flag(Column.TRACKED, true));
        row.bool(line.flag(Column.HAS_HISTORY, false));
        row.date(line.date(Column.HISTORY_DELETED_ON));
        row.text(line.word(Column.ACCESS, ACCESS, Access.FULL).name());
        row.text(nameOf(line.word(Column.GROUP, GROUPS)));
        Cell.copy(line.idOrNone(Column.MERGED_INTO), row);
        long entry = line.entryOf(Column.ACCOUNT_ID, tenantNo, ids.accounts());
        row.number(entry == IdIndex.NONE ? 0 : ids.accounts().number(entry));
        return entry;
    }

    private static void writeIdentity(Line line, BulkLoader row) {
        Cell.copy(line.id(Column.ACCOUNT_ID), row);
        Cell.copy(line.needed(Column.NAME, 500), row);
        row.text(line.word(Column.KIND, KINDS, AccountKind.PERSON).name());
        Cell.copy(line.textOrNone(Column.SOURCE, Line.ID_LENGTH), row);
        Cell.copy(line.textOrNone(Column.EMAIL, 320), row);
        Cell.copy(line.textOrNone(Column.USERNAME, Line.ID_LENGTH), row);
        Cell.copy(line.textOrNone(Column.LOGON_DOMAIN, Line.ID_LENGTH), row);
        Cell.copy(line.textOrNone(Column.DEVICE, Line.ID_LENGTH), row);
    }

    private static @Nullable String nameOf(@Nullable TrackingGroup group) {
        return group == null ? null : group.name();
    }
}
