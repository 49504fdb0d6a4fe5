package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;

/** The workbook of one vendor's or one account manager's tenants, filled tenant by tenant. */
final class TenantBook implements AutoCloseable {
    private final BookScope scope;
    private final ReportBook book;
    private final SXSSFSheet overview;
    private final TableSheet<TenantsTable.Row> tenants;
    private final TableSheet<FindingsTable.Row> findings;
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
        this.users = new TableSheet<>(book, UsersTable.plan(scope));
        this.notDecided = new TableSheet<>(book, NotDecidedTable.plan(scope));
    }

    void add(Assessment assessment) {
        Position position = assessment.position();
        Spot spot = position == null
                ? notDecided.add(NotDecidedTable.Row.of(assessment))
                : tenants.add(new TenantsTable.Row(assessment.tenant(), position));
        for (Finding finding : assessment.findings()) {
            findings.add(new FindingsTable.Row(assessment.tenant(), finding));
        }
        for (CountedUser user : assessment.users()) {
            users.add(new UsersTable.Row(assessment.tenant(), user));
        }
        tally.add(assessment);
        urgent.offer(assessment, spot);
    }

    void add(NightOutcome.RejectedLine line) {
        notDecided.add(NotDecidedTable.Row.of(line));
    }

    /** Writes the file, and says what its tenants come to. */
    NightTally write(NightOutcome night, Path file) throws IOException {
        Stream.of(tenants, findings, users, notDecided).forEach(TableSheet::finish);
        List<TableSheet.Extent> contents = Stream.of(tenants, findings, users, notDecided)
                .flatMap(table -> table.extents().stream())
                .toList();
        new OverviewSheet(book, overview, scope, night).write(tally, urgent.list(), contents);
        book.write(file);
        return tally;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
