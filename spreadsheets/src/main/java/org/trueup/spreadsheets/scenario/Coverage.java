package org.trueup.spreadsheets.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.SheetRow;

/** Counts in how many scenarios each row of a policy decided something. */
final class Coverage {
    private final Policy policy;
    private final Map<Place, Integer> touches = new HashMap<>();

    Coverage(Policy policy) {
        this.policy = policy;
    }

    /** Counts a scenario, once for each row however often the row had a say in it. */
    void add(Scenario scenario, Assessment assessment) {
        Set<Place> rows = new HashSet<>();
        assessment.findings().stream()
                .map(Finding::cell)
                .filter(Objects::nonNull)
                .forEach(cell -> rows.add(Place.of(cell)));
        Position position = assessment.position();
        if (position != null) {
            position.cells().forEach(cell -> rows.add(Place.of(cell)));
            position.entitlements().stream().map(Entitlement::cell).forEach(cell -> rows.add(Place.of(cell)));
            addOns(scenario.facts().addOns(), position.plan(), scenario.asOf(), rows);
        }
        rows.forEach(row -> touches.merge(row, 1, Integer::sum));
    }

    /** An add-on that is as its row asks leaves no trace in the assessment, though the row decided that it is. */
    private void addOns(List<AddOn> bought, String plan, LocalDate asOf, Set<Place> rows) {
        for (AddOn addOn : bought) {
            if (addOn.inForceOn(asOf)) {
                policy.terms().addOns().stream()
                        .filter(row -> row.fits(addOn.name(), plan))
                        .reduce((one, other) -> other.beats(one) ? other : one)
                        .map(AddOnTerms::at)
                        .ifPresent(at -> rows.add(Place.of(at)));
            }
        }
    }

    List<RowTouch> of(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> new RowTouch(row.sheet(), row.row(), touches.getOrDefault(Place.of(row), 0)))
                .toList();
    }

    private record Place(String sheet, int row) {
        static Place of(Cell cell) {
            return new Place(cell.sheet(), cell.row());
        }

        static Place of(SheetRow row) {
            return new Place(row.sheet(), row.row());
        }
    }
}
