package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;

/** The workbook of one vendor's or one account manager's tenants, filled tenant by tenant. */
final class TenantBook implements AutoCloseable {
    private final BookScope scope;
    private final ReportBook book;
    private final SXSSFSheet overview;
    private final TableSheet<TenantsTable.Row> tenants;
    private final TableSheet<FindingsTable.Row> findings;
    private final TableSheet<ConsumptionTable.Row> consumption;
    private final TableSheet<UsersTable.Row> users;
    private final TableSheet<NotDecidedTable.Row> notDecided;
    private final NightTally tally = new NightTally();
    private final UrgentTenants urgent = new UrgentTenants();

    TenantBook(BookScope scope, ReportBook book) {
        this.scope = scope;
        this.book = book;
        this.overview = book.append(ReportBook.OVERVIEW);
        this.tenants = new TableSheet<>(book, TenantsTable.plan(scope));
        this.findings = new TableSheet<>(book, FindingsTable.plan(scope));
        this.consumption = new TableSheet<>(book, ConsumptionTable.plan(scope));
        this.users = new TableSheet<>(book, UsersTable.plan(scope));
        this.notDecided = new TableSheet<>(book, NotDecidedTable.plan(scope));
    }

    void add(TenantOutcome tenant) {
        Assessment assessment = tenant.assessment();
        Position position = assessment.position();
        Spot spot = position == null
                ? notDecided.add(NotDecidedTable.Row.of(assessment))
                : tenants.add(new TenantsTable.Row(assessment.tenant(), position));
        for (Finding finding : assessment.findings()) {
            findings.add(new FindingsTable.Row(assessment.tenant(), finding));
        }
        addWhatCustomersSee(tenant);
        tally.add(assessment);
        urgent.offer(assessment, spot);
    }

    private void addWhatCustomersSee(TenantOutcome tenant) {
        Tenant whose = tenant.assessment().tenant();
        for (MonthUse month : tenant.assessment().months()) {
            if (tenant.shows(month.subscriptionId())) {
                consumption.add(new ConsumptionTable.Row(whose, month));
            }
        }
        if (tenant.showsUsers()) {
            Deactivations deactivations = Deactivations.of(tenant.changes());
            for (CountedUser user : tenant.assessment().users()) {
                users.add(new UsersTable.Row(whose, user, deactivations.of(user.accountId())));
            }
        }
    }

    void add(NightOutcome.RejectedLine line) {
        notDecided.add(NotDecidedTable.Row.of(line));
    }

    /** Writes the file, and says what its tenants come to. */
    NightTally write(NightOutcome night, Path file) throws IOException {
        sheets().forEach(TableSheet::finish);
        List<TableSheet.Extent> contents =
                sheets().flatMap(table -> table.extents().stream()).toList();
        new OverviewSheet(book, overview, scope, night).write(tally, urgent.list(), contents);
        book.write(file);
        return tally;
    }

    /** In their order in the workbook. */
    private Stream<TableSheet<?>> sheets() {
        return Stream.of(tenants, findings, consumption, users, notDecided);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
