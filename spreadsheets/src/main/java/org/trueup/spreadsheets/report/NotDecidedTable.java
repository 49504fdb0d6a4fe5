package org.trueup.spreadsheets.report;

import static org.trueup.rules.outcome.FindingCode.NO_POLICY;
import static org.trueup.rules.outcome.FindingCode.NO_SUBSCRIPTION;
import static org.trueup.rules.outcome.FindingCode.POLICY_GAP;
import static org.trueup.rules.outcome.FindingCode.UNKNOWN_PLAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;

/** The sheet of what was read and not decided: tenants without a position, and the feed's rejected lines. */
final class NotDecidedTable {
    static final String SHEET = "Not decided";

    /** The findings that keep a tenant from having a position. */
    private static final Map<String, String> WAYS_OUT = Map.of(
            NO_SUBSCRIPTION.name(),
            "Send the subscription that is in force in subscriptions.csv, if there is one.",
            NO_POLICY.name(),
            "Publish a policy workbook for this vendor.",
            UNKNOWN_PLAN.name(),
            "Correct the plan's name in subscriptions.csv, or add the plan to the vendor's policy workbook.",
            POLICY_GAP.name(),
            "Add a row that takes this tenant to the sheet Over the limit of the vendor's policy workbook.");

    private static final int WHY = 60;
    private static final int TO_DO = 50;

    private NotDecidedTable() {}

    /** @param spot of the tenant's first finding; none for a feed line */
    record Row(
            String what,
            @Nullable Tenant tenant,
            @Nullable Spot spot,
            @Nullable String file,
            @Nullable Long line,
            @Nullable String text,
            String why,
            String toDo) {

        static Row of(Assessment assessment, @Nullable Spot findings) {
            List<Finding> reasons = reasons(assessment);
            String why = reasons.stream().map(Finding::message).collect(Collectors.joining(" "));
            String toDo = reasons.stream()
                    .map(finding -> WAYS_OUT.getOrDefault(finding.code(), "See this tenant's findings."))
                    .distinct()
                    .collect(Collectors.joining(" "));
            return new Row("tenant", assessment.tenant(), findings, null, null, null, why, toDo);
        }

        static Row of(NightOutcome.RejectedLine line) {
            return new Row(
                    "feed line",
                    null,
                    null,
                    line.file(),
                    line.lineNumber(),
                    line.line(),
                    line.reason(),
                    "Correct the line where the file is made and load the feed again.");
        }

        private static List<Finding> reasons(Assessment assessment) {
            List<Finding> known = assessment.findings().stream()
                    .filter(finding -> WAYS_OUT.containsKey(finding.code()))
                    .toList();
            return known.isEmpty() ? assessment.findings() : known;
        }
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(Column.words("What", 12, (cells, row) -> cells.text(row.what)));
        columns.addAll(WhoColumns.named(Row::tenant, Row::spot));
        if (scope.ofVendor()) {
            columns.add(Column.words("File", 22, (cells, row) -> cells.text(row.file)));
            columns.add(Column.figures("Line", 10, (cells, row) -> cells.number(row.line)));
            columns.add(Column.words("Text", 50, (cells, row) -> cells.text(row.text)));
        } else {
            columns.add(WhoColumns.vendor(Row::tenant));
        }
        columns.add(Column.words("Why", WHY, (cells, row) -> cells.wrapped(row.why, WHY)));
        columns.add(Column.words("What to do", TO_DO, (cells, row) -> cells.wrapped(row.toDo, TO_DO)));
        return new TablePlan<>(
                SHEET, scope.title(), help(scope), "Everything that was read was decided.", 0, "What to do", columns);
    }

    private static String help(BookScope scope) {
        return scope.ofVendor()
                ? "Tenants without a position, and the feed lines (of all vendors) that were not taken."
                : "Tenants without a position, and why.";
    }
}
