package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** The workbook of one vendor's or one account manager's tenants, filled tenant by tenant. */
final class TenantBook implements AutoCloseable {
    private final BookScope scope;
    private final NightOutcome night;
    private final ReportBook book;
    private final SXSSFSheet overview;
    private final @Nullable SortedTable<ComingUpTable.Row> comingUp;
    private final SortedTable<ActNowTable.Row> actNow;
    private final SortedTable<ChangesTable.Row> changes;
    private final TableSheet<TenantsTable.Row> tenants;
    private final TableSheet<FindingsTable.Row> findings;
    private final TableSheet<UsageTable.Row> usage;
    private final TableSheet<UsersTable.Row> users;
    private final SortedTable<RenewalsTable.Row> renewals;
    private final TableSheet<NotDecidedTable.Row> notDecided;
    private final TableSheet<RulesUsedTable.Row> rulesUsed;
    private final NightTally tally = new NightTally();
    private final OverviewTally counted = new OverviewTally();
    private final RulesUsed used = new RulesUsed();

    TenantBook(BookScope scope, NightOutcome night, ReportBook book) {
        this.scope = scope;
        this.night = night;
        this.book = book;
        this.overview = book.append(ReportBook.OVERVIEW);
        this.comingUp = night.preview() ? new SortedTable<>(book, ComingUpTable.plan(scope)) : null;
        this.actNow = new SortedTable<>(book, ActNowTable.plan(scope));
        this.changes = new SortedTable<>(book, ChangesTable.plan(scope));
        this.tenants = new TableSheet<>(book, TenantsTable.plan(scope));
        this.findings = new TableSheet<>(book, FindingsTable.plan(scope));
        this.usage = new TableSheet<>(book, UsageTable.plan(scope));
        this.users = new TableSheet<>(book, UsersTable.plan(scope));
        this.renewals = new SortedTable<>(book, RenewalsTable.plan(scope));
        this.notDecided = new TableSheet<>(book, NotDecidedTable.plan(scope));
        this.rulesUsed = new TableSheet<>(book, RulesUsedTable.plan(scope));
    }

    void add(TenantOutcome tenant) {
        Assessment assessment = tenant.assessment();
        Spot spot = addStanding(tenant);
        for (Finding finding : assessment.findings()) {
            findings.add(new FindingsTable.Row(assessment.tenant(), finding, spot));
        }
        addWhatCustomersSee(tenant);
        addUrgency(assessment, spot);
        Movement movement = tenant.movement();
        if (movement != Movement.NONE) {
            changes.add(movement.ordinal(), ChangesTable.Row.of(tenant, spot));
        }
        if (comingUp != null) {
            ComingUpTable.rows(tenant, night.asOf(), spot).forEach(row -> comingUp.add(row.order(), row));
        }
        tally.add(assessment);
        counted.add(movement);
        used.add(assessment);
    }

    /** Adds the tenant's own row, which leads to the others that are about to be added. */
    private Spot addStanding(TenantOutcome tenant) {
        Assessment assessment = tenant.assessment();
        Position position = assessment.position();
        Spot firstFinding = assessment.findings().isEmpty() ? null : findings.next();
        if (position == null) {
            return notDecided.add(NotDecidedTable.Row.of(assessment, firstFinding));
        }
        int months = (int) shownMonths(tenant).count();
        int accounts = tenant.showsUsers() ? assessment.users().size() : 0;
        Spot spot = tenants.add(new TenantsTable.Row(
                assessment.tenant(),
                position,
                new TenantsTable.Details(
                        assessment.findings().size(),
                        firstFinding,
                        months,
                        months == 0 ? null : usage.next(),
                        accounts,
                        accounts == 0 ? null : users.next())));
        addRenewal(tenant, position, spot);
        return spot;
    }

    private void addRenewal(TenantOutcome tenant, Position position, Spot spot) {
        RunningTerm term = tenant.runningTerm();
        if (term != null && RenewalsTable.Row.due(term, night.asOf())) {
            Assessment assessment = tenant.assessment();
            Proposal proposal = Proposal.of(position, term, assessment.months(), night.asOf());
            RenewalsTable.Row row =
                    new RenewalsTable.Row(assessment.tenant(), position, term, night.asOf(), proposal, spot);
            renewals.add(row.daysLeft(), row);
            counted.addRenewal();
        }
    }

    private void addUrgency(Assessment assessment, Spot spot) {
        Urgency urgency = Urgency.of(assessment, night.asOf());
        if (urgency != null) {
            ActNowTable.Row row = ActNowTable.Row.of(assessment, urgency, spot);
            actNow.add(row.order(), row);
            counted.add(row);
        }
    }

    private static Stream<MonthUse> shownMonths(TenantOutcome tenant) {
        return tenant.assessment().months().stream().filter(month -> tenant.shows(month.subscriptionId()));
    }

    private void addWhatCustomersSee(TenantOutcome tenant) {
        Tenant whose = tenant.assessment().tenant();
        UsageTable.rows(whose, shownMonths(tenant).toList()).forEach(usage::add);
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
    NightTally write(Path file) throws IOException {
        used.rows(night::policyRows).forEach(rulesUsed::add);
        List<TableSheet.Extent> contents = new ArrayList<>();
        for (TableSheet<?> table : sheets()) {
            table.finish();
            contents.addAll(table.extents());
        }
        new OverviewSheet(book, overview, scope, night).write(tally, counted, contents);
        book.write(file);
        return tally;
    }

    /** In their order in the workbook. */
    private List<TableSheet<?>> sheets() throws IOException {
        List<TableSheet<?>> sheets = new ArrayList<>();
        if (comingUp != null) {
            sheets.add(comingUp.sheet());
        }
        sheets.addAll(List.of(actNow.sheet(), changes.sheet(), tenants, findings, usage, users));
        sheets.addAll(List.of(renewals.sheet(), notDecided, rulesUsed));
        return sheets;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
