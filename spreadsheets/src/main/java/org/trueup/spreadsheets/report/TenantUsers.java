package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.CountedUser;

/** A tenant's users report: a line for each user of the plan in force (L7), deactivations told (L9). */
final class TenantUsers {
    static final String SHEET = "Users";

    private TenantUsers() {}

    /**
     * One user.
     *
     * @param seat held or freed; none where the user took none, or the plan counts no seats
     * @param deactivations when the account was deactivated and activated again; none when that is not known
     */
    record Row(
            CountedUser user,
            @Nullable String seat,
            @Nullable String deactivations) {}

    static Stream<Row> rows(CustomersView tenant) {
        return tenant.users().stream()
                .map(user ->
                        new Row(user, tenant.seat(user), tenant.deactivations().of(user.accountId())));
    }

    static TablePlan<Row> plan(Tenant tenant, NightOutcome night) {
        List<Column<Row>> columns = List.of(
                Column.words("User", 22, (cells, row) -> cells.text(row.user.accountId())),
                Column.words("Name", 30, (cells, row) -> cells.text(row.user.name())),
                Column.words("First active", 12, (cells, row) -> cells.date(row.user.firstActiveOn())),
                Column.figures("Months active", 11, (cells, row) -> cells.number(row.user.monthsActive())),
                Column.words("Seat", 9, (cells, row) -> cells.text(row.seat)),
                Column.figures("Counted", 11, (cells, row) -> cells.number(row.user.counted())),
                Column.words("Why", 60, (cells, row) -> cells.text(row.user.reason())),
                Column.words("Deactivations", 45, (cells, row) -> cells.text(row.deactivations)));
        return new TablePlan<>(
                SHEET,
                tenant.name() + ": users as of " + night.asOf(),
                "Every user of the plan in force: when first active (of a plan that counts logins: the first login), in how many"
                        + " months, what the user counts, and whether a seat is held or was freed."
                        + FactsAsOf.sentence(night),
                "No user to show.",
                1,
                "Deactivations",
                columns);
    }

    static void write(CustomersView tenant, Path file) throws IOException {
        try (CsvFile csv = CsvFile.create(
                file,
                "tenant_id,subscription_id,account_id,name,first_active_on,months_active,seat,counted,reason,deactivations")) {
            for (CountedUser user : tenant.users()) {
                csv.line()
                        .id(tenant.tenant().id().value())
                        .id(tenant.subscription())
                        .id(user.accountId())
                        .text(user.name())
                        .value(user.firstActiveOn())
                        .value(user.monthsActive())
                        .id(tenant.seat(user))
                        .value(user.counted())
                        .text(user.reason())
                        .text(tenant.deactivations().of(user.accountId()))
                        .end();
            }
        }
    }
}
