package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** The sheet that only a look ahead has: who will be out of grace, whose term ends, whose credits expire. */
final class ComingUpTable {
    static final String SHEET = "Coming up";

    /** A term that ends so soon after the date is told too. */
    private static final int DAYS_AFTER = 30;

    private static final int WORDS = 90;

    private ComingUpTable() {}

    /** What comes, in the order of the sheet. */
    enum Event {
        OUT_OF_GRACE("Out of grace"),
        TERM_ENDED("Term is over"),
        TERM_ENDS("Term ends"),
        CREDITS_EXPIRE("Credits expire");

        private final String words;

        Event(String words) {
            this.words = words;
        }
    }

    /**
     * @param on the day; none where it is not known
     * @param spot where the tenant's own row stands
     */
    record Row(
            Event event,
            @Nullable LocalDate on,
            Tenant tenant,
            @Nullable Position position,
            String words,
            Spot spot) {

        /** By event, then by day. */
        int order() {
            int day = on == null ? 0 : (int) on.toEpochDay();
            return event.ordinal() << 24 | day;
        }
    }

    /** All that comes up for a tenant by a date. */
    static List<Row> rows(TenantOutcome outcome, LocalDate date, Spot spot) {
        Assessment assessment = outcome.assessment();
        Tenant tenant = assessment.tenant();
        Position position = assessment.position();
        List<Row> rows = new ArrayList<>();
        outOfGrace(outcome)
                .ifPresent(row ->
                        rows.add(new Row(Event.OUT_OF_GRACE, row, tenant, position, Offer.of(assessment), spot)));
        NightBefore before = outcome.before();
        if (position == null
                && before != null
                && before.used() != null
                && has(assessment, FindingCode.NO_SUBSCRIPTION)) {
            rows.add(
                    new Row(Event.TERM_ENDED, null, tenant, null, told(assessment, FindingCode.NO_SUBSCRIPTION), spot));
        }
        RunningTerm term = outcome.runningTerm();
        if (term != null && !term.endsOn().isAfter(date.plusDays(DAYS_AFTER)) && term.next() == null) {
            rows.add(new Row(Event.TERM_ENDS, term.endsOn(), tenant, position, "Nobody has renewed it yet.", spot));
        }
        if (has(assessment, FindingCode.CREDITS_EXPIRING)) {
            LocalDate on = term == null ? null : term.endsOn();
            rows.add(new Row(
                    Event.CREDITS_EXPIRE, on, tenant, position, told(assessment, FindingCode.CREDITS_EXPIRING), spot));
        }
        return rows;
    }

    /** The last day of a grace period that is over on the date and was not on the night before. */
    private static Optional<LocalDate> outOfGrace(TenantOutcome outcome) {
        Position position = outcome.assessment().position();
        Grace grace = position == null || position.status() != Status.BLOCKED ? null : position.grace();
        NightBefore before = outcome.before();
        boolean blockedBefore = before != null && before.concern().status() == Status.BLOCKED;
        return grace == null || blockedBefore ? Optional.empty() : Optional.of(grace.endsOn());
    }

    private static boolean has(Assessment assessment, FindingCode code) {
        return assessment.findings().stream().anyMatch(finding -> finding.code().equals(code.name()));
    }

    private static String told(Assessment assessment, FindingCode code) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(code.name()))
                .map(Finding::message)
                .findFirst()
                .orElse("");
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(Column.words("What", 16, (cells, row) -> cells.text(row.event.words)));
        columns.add(Column.words("On", 12, (cells, row) -> cells.date(row.on)));
        columns.addAll(WhoColumns.of(scope, Row::tenant, Row::spot));
        columns.add(Column.words(
                "Plan", 14, (cells, row) -> cells.text(row.position == null ? null : row.position.plan())));
        columns.add(Column.figures(
                "Used", 9, (cells, row) -> cells.number(row.position == null ? null : (Integer) row.position.used())));
        columns.add(Column.words("In words", WORDS, (cells, row) -> cells.wrapped(row.words, WORDS)));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "Who will be out of grace by this date, whose term ends, whose credits expire. Terms are told that are over"
                        + " by then or end within " + DAYS_AFTER + " days after it.",
                "By this date no grace period is over, no term ends and no credits expire.",
                2,
                "In words",
                columns);
    }
}
