package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** The workbook of one vendor's or one account manager's tenants, filled tenant by tenant. */
final class TenantBook {
    private final BookScope scope;
    private final NightOutcome night;
    private final SheetRoom room;
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
    private final List<Column<Tenant>> whose;
    private final XmlCells who = new XmlCells();
    private final NightTally tally = new NightTally();
    private final OverviewTally counted = new OverviewTally();
    private final RulesUsed used = new RulesUsed();

    TenantBook(BookScope scope, NightOutcome night, SheetRoom room) {
        this.scope = scope;
        this.night = night;
        this.room = room;
        this.whose = WhoColumns.before(scope, tenant -> tenant);
        this.comingUp = night.preview() ? new SortedTable<>(room, ComingUpTable.plan(scope)) : null;
        this.actNow = new SortedTable<>(room, ActNowTable.plan(scope));
        this.changes = new SortedTable<>(room, ChangesTable.plan(scope));
        this.tenants = new TableSheet<>(room, TenantsTable.plan(scope));
        this.findings = new TableSheet<>(room, FindingsTable.plan(scope));
        this.usage = new TableSheet<>(room, UsageTable.plan(scope));
        this.users = new TableSheet<>(room, UsersTable.plan(scope));
        this.renewals = new SortedTable<>(room, RenewalsTable.plan(scope));
        this.notDecided = new TableSheet<>(room, NotDecidedTable.plan(scope));
        this.rulesUsed = new TableSheet<>(room, RulesUsedTable.plan(scope));
    }

    /** Adds all that is told of a tenant but its months and users, which come next. */
    void add(TenantOutcome tenant) {
        Assessment assessment = tenant.assessment();
        FileRows before = rows();
        Spot spot = addStanding(tenant);
        for (Finding finding : assessment.findings()) {
            findings.add(new FindingsTable.Row(assessment.tenant(), finding, spot));
        }
        addUrgency(assessment, spot);
        Movement movement = tenant.movement();
        if (movement != Movement.NONE) {
            changes.add(movement.ordinal(), ChangesTable.Row.of(tenant, spot));
        }
        if (comingUp != null) {
            ComingUpTable.rows(tenant, night.asOf(), spot).forEach(row -> comingUp.add(row.order(), row));
        }
        tally.add(assessment);
        tally.wrote(assessment.tenant().vendor(), rows().minus(before));
        counted.add(movement);
        used.add(assessment);
    }

    private FileRows rows() {
        return new FileRows(tenants.rows(), notDecided.rows(), findings.rows(), 0, 0);
    }

    /** Adds the tenant's own row, which leads to the others that are about to be added. */
    private Spot addStanding(TenantOutcome tenant) {
        Assessment assessment = tenant.assessment();
        Position position = assessment.position();
        Spot firstFinding = assessment.findings().isEmpty() ? null : findings.next();
        if (position == null) {
            return notDecided.add(NotDecidedTable.Row.of(assessment, firstFinding));
        }
        int months = tenant.shownMonths().size();
        int accounts = tenant.shownUsers().size();
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

    void addMonths(Tenant tenant, SameCells rows) {
        usage.add(who(tenant), rows);
    }

    void addUsers(Tenant tenant, SameCells rows) {
        users.add(who(tenant), rows);
    }

    private Utf8Bytes who(Tenant tenant) {
        who.begin();
        whose.forEach(column -> column.filler().accept(who, tenant));
        who.fillSkipped();
        return who.cells();
    }

    void add(NightOutcome.RejectedLine line) {
        notDecided.add(NotDecidedTable.Row.of(line));
    }

    BookScope scope() {
        return scope;
    }

    /** Puts the workbook together and writes it into the night's folder; nothing can be added any more. */
    WrittenBook write(Path folder) throws IOException {
        used.rows(night::policyRows).forEach(rulesUsed::add);
        try (ReportBook book = new ReportBook(night.asOf(), scope.title())) {
            XSSFSheet overview = book.append(ReportBook.OVERVIEW);
            List<TableSheet.Extent> contents = new ArrayList<>();
            for (TableSheet<?> table : sheets()) {
                table.finish(book);
                contents.addAll(table.extents());
            }
            new OverviewSheet(book, overview, scope, night, room.rowLimit()).write(tally, counted, contents);
            book.write(folder.resolve(scope.file()), room.spool());
            return new WrittenBook(scope.file(), tally, contents);
        }
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
}
