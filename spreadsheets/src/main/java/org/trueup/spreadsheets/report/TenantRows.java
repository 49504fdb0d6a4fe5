package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.CountedUser;

/** Puts the rows about a tenant into workbooks; what is the same in all of them is made once. */
final class TenantRows {
    /** A tenant may have a million users: so many rows are made at a time. */
    private static final int ROWS_AT_A_TIME = 1_000;

    private final SameCells same = new SameCells();

    void add(TenantOutcome tenant, List<TenantBook> books) {
        books.forEach(book -> book.add(tenant));
        addMonths(tenant, books);
        addUsers(tenant, books);
    }

    private void addMonths(TenantOutcome tenant, List<TenantBook> books) {
        Tenant whose = tenant.assessment().tenant();
        List<UsageTable.Row> rows = UsageTable.rows(whose, tenant.shownMonths());
        if (!rows.isEmpty()) {
            same.fill(UsageTable.months(), rows);
            books.forEach(book -> book.addMonths(whose, same));
        }
    }

    private void addUsers(TenantOutcome tenant, List<TenantBook> books) {
        Tenant whose = tenant.assessment().tenant();
        Deactivations deactivations = Deactivations.of(tenant.changes());
        List<CountedUser> users = tenant.shownUsers();
        List<UsersTable.Row> rows = new ArrayList<>();
        for (int from = 0; from < users.size(); from += ROWS_AT_A_TIME) {
            rows.clear();
            for (CountedUser user : users.subList(from, Math.min(users.size(), from + ROWS_AT_A_TIME))) {
                rows.add(new UsersTable.Row(whose, user, deactivations.of(user.accountId())));
            }
            same.fill(UsersTable.users(), rows);
            books.forEach(book -> book.addUsers(whose, same));
        }
    }
}
