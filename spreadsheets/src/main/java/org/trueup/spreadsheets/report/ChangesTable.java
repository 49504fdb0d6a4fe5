package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;

/** The sheet of what moved since the night before: who is new, worse, better, cured or as before. */
final class ChangesTable {
    static final String SHEET = "Changes";

    private ChangesTable() {}

    /** @param spot where the tenant's own row stands */
    record Row(
            Assessment assessment,
            Concern now,
            @Nullable NightBefore before,
            Movement movement,
            int nightsUnchanged,
            Spot spot) {

        static Row of(TenantOutcome outcome, Spot spot) {
            return new Row(
                    outcome.assessment(),
                    Concern.of(outcome.assessment()),
                    outcome.before(),
                    outcome.movement(),
                    outcome.nightsUnchanged(),
                    spot);
        }

        private Tenant tenant() {
            return assessment.tenant();
        }

        private @Nullable Concern then() {
            return before == null ? null : before.concern();
        }

        /** Codes of this night as the tenant's findings have them, separated by commas. */
        private String told(Set<String> codes) {
            return codes.stream().map(this::asFound).sorted().collect(Collectors.joining(", "));
        }

        private String asFound(String code) {
            return assessment.findings().stream()
                    .map(Finding::code)
                    .filter(found -> Concern.lasting(found).equals(code))
                    .findFirst()
                    .orElse(code);
        }
    }

    static TablePlan<Row> plan(BookScope scope) {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(new Column<>("Change", 15, Column.Kind.MOVEMENT, (cells, row) -> cells.word(row.movement)));
        columns.addAll(WhoColumns.of(scope, Row::tenant, Row::spot));
        columns.add(status("Status before", true));
        columns.add(status("Status now", false));
        columns.add(Column.figures(
                "Used before", 10, (cells, row) -> cells.number(row.before == null ? null : row.before.used())));
        columns.add(Column.figures("Used now", 10, (cells, row) -> {
            Position position = row.assessment.position();
            cells.number(position == null ? null : (Integer) position.used());
        }));
        columns.add(Column.figures("Short before", 10, (cells, row) -> {
            Concern then = row.then();
            cells.number(then == null ? null : (Integer) then.shortBy());
        }));
        columns.add(Column.figures("Short now", 10, (cells, row) -> cells.number(row.now.shortBy())));
        columns.add(Column.words("Findings now", 40, (cells, row) -> cells.text(row.told(row.now.codes()))));
        columns.add(Column.words("New findings", 34, (cells, row) -> cells.text(row.told(more(row.now, row.then())))));
        columns.add(Column.words("Findings gone", 34, (cells, row) -> cells.text(gone(row))));
        columns.add(Column.figures(
                "Nights unchanged",
                14,
                (cells, row) -> cells.number(row.nightsUnchanged == 0 ? null : (Integer) row.nightsUnchanged)));
        columns.add(Column.words(
                "Night before", 12, (cells, row) -> cells.date(row.before == null ? null : row.before.asOf())));
        return new TablePlan<>(
                SHEET,
                scope.title(),
                "What moved since the night before, where there was or is something to do.",
                "There is nothing to do about any tenant, nor was there on the night before.",
                3,
                "Night before",
                columns);
    }

    private static Column<Row> status(String title, boolean before) {
        return new Column<>(title, 15, Column.Kind.STATUS, (cells, row) -> {
            Concern concern = before ? row.then() : row.now;
            Status status = concern == null ? null : concern.status();
            if (status != null) {
                cells.word(status);
            } else {
                cells.text(concern == null ? "not seen" : "not decided");
            }
        });
    }

    private static @Nullable String gone(Row row) {
        Concern then = row.then();
        return then == null ? null : String.join(", ", more(then, row.now));
    }

    /** The codes of one that the other lacks. */
    private static Set<String> more(Concern one, @Nullable Concern other) {
        Set<String> codes = new TreeSet<>(one.codes());
        if (other != null) {
            codes.removeAll(other.codes());
        }
        return codes;
    }
}
