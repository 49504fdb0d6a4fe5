package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;

/** The files for machines: positions.csv, findings.csv, months.csv and users.csv, written in one pass. */
final class CsvFiles implements AutoCloseable {
    private final CsvFile positions;
    private final CsvFile findings;
    private final CsvFile months;
    private final CsvFile users;
    private long notDecided;

    private CsvFiles(CsvFile positions, CsvFile findings, CsvFile months, CsvFile users) {
        this.positions = positions;
        this.findings = findings;
        this.months = months;
        this.users = users;
    }

    static CsvFiles create(Path folder) throws IOException {
        CsvFile[] made = new CsvFile[4];
        try {
            made[0] = CsvFile.create(folder.resolve("positions.csv"), PositionLine.COLUMNS);
            made[1] = CsvFile.create(
                    folder.resolve("findings.csv"),
                    "tenant_id,vendor,code,severity,message,rule,cell,waived_until,way_back");
            made[2] = CsvFile.create(
                    folder.resolve("months.csv"),
                    "tenant_id,subscription_id,month,metric,consumed,cumulative,remaining,overage");
            made[3] = CsvFile.create(
                    folder.resolve("users.csv"),
                    "tenant_id,subscription_id,account_id,counted,reason,first_active_on,months_active,deactivations");
            return new CsvFiles(made[0], made[1], made[2], made[3]);
        } catch (IOException e) {
            closeAll(made);
            throw e;
        }
    }

    /** Adds a tenant's lines, and says how many they are. */
    FileRows add(TenantOutcome outcome) {
        FileRows before = rows();
        Assessment assessment = outcome.assessment();
        String tenant = assessment.tenant().id().value();
        Position position = assessment.position();
        if (position != null) {
            PositionLine.write(positions.line(), assessment.tenant(), position);
        } else {
            notDecided++;
        }
        for (Finding finding : assessment.findings()) {
            add(assessment, finding);
        }
        for (MonthUse month : assessment.months()) {
            add(tenant, month);
        }
        Deactivations deactivations = Deactivations.of(outcome.changes());
        String subscription = position == null ? null : position.subscriptionId();
        for (CountedUser user : assessment.users()) {
            add(tenant, subscription, user, deactivations.of(user.accountId()));
        }
        return rows().minus(before);
    }

    private FileRows rows() {
        return new FileRows(positions.lines(), notDecided, findings.lines(), months.lines(), users.lines());
    }

    private void add(Assessment assessment, Finding finding) {
        findings.line()
                .id(assessment.tenant().id().value())
                .id(assessment.tenant().vendor().name())
                .id(finding.code())
                .id(finding.severity().name())
                .text(finding.message())
                .text(finding.rule())
                .value(finding.cell())
                .value(finding.waivedUntil())
                .text(finding.wayBack())
                .end();
    }

    private void add(String tenant, MonthUse month) {
        months.line()
                .id(tenant)
                .id(month.subscriptionId())
                .value(month.month())
                .id(month.metric().code())
                .number(month.consumed())
                .number(month.cumulative())
                .number(month.remaining())
                .number(month.overage())
                .end();
    }

    private void add(String tenant, @Nullable String subscription, CountedUser user, @Nullable String deactivations) {
        users.line()
                .id(tenant)
                .id(subscription)
                .id(user.accountId())
                .number(user.counted())
                .text(user.reason())
                .value(user.firstActiveOn())
                .number(user.monthsActive())
                .text(deactivations)
                .end();
    }

    @Override
    public void close() throws IOException {
        closeAll(positions, findings, months, users);
    }

    private static void closeAll(@Nullable CsvFile... files) throws IOException {
        IOException first = null;
        for (CsvFile file : files) {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
