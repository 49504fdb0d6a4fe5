package org.trueup.batch.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Waiver;

/** A row of the table {@code finding}, written and read back. */
final class FindingRow {
    /** Of a result: the key says whose it is. */
    static final String READ = "run_id, tenant_no, code, severity, message, rule, cell, way_back,"
            + " waived_until, waiver_owner, waiver_approved_by, waiver_reason, waiver_cell";

    static final String[] WRITTEN = {
        "run_id",
        "tenant_no",
        "finding_no",
        "code",
        "severity",
        "message",
        "rule",
        "cell",
        "way_back",
        "waived_until",
        "waiver_owner",
        "waiver_approved_by",
        "waiver_reason",
        "waiver_cell"
    };

    private FindingRow() {}

    /** Writes what stands after the row's number. */
    static void write(BulkLoader row, Finding finding) {
        row.text(finding.code())
                .text(finding.severity().name())
                .text(finding.message())
                .text(finding.rule())
                .text(text(finding.cell()))
                .text(finding.wayBack())
                .date(finding.waivedUntil());
        Waiver waiver = finding.waiver();
        if (waiver == null) {
            row.nul().nul().nul().nul();
        } else {
            row.text(waiver.owner())
                    .text(waiver.approvedBy())
                    .text(waiver.reason())
                    .text(text(waiver.cell()));
        }
        row.endRow();
    }

    static Finding of(TenantId tenant, ResultSet row) throws SQLException {
        return new Finding(
                tenant,
                row.getString("code"),
                Severity.valueOf(row.getString("severity")),
                row.getString("message"),
                row.getString("rule"),
                cell(row.getString("cell")),
                row.getString("way_back"),
                waiver(row));
    }

    private static @Nullable Waiver waiver(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("waived_until", LocalDate.class);
        return until == null
                ? null
                : new Waiver(
                        until,
                        row.getString("waiver_owner"),
                        row.getString("waiver_approved_by"),
                        row.getString("waiver_reason"),
                        Cell.parse(row.getString("waiver_cell")));
    }

    private static @Nullable Cell cell(@Nullable String text) {
        return text == null ? null : Cell.parse(text);
    }

    private static @Nullable String text(@Nullable Cell cell) {
        return cell == null ? null : cell.toString();
    }
}
