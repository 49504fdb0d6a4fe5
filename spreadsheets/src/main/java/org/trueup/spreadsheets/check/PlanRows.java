package org.trueup.spreadsheets.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Gap;

/**
 * The rows for one add-on, support plan or setting as the analysis sees them: the plan is their one condition, and a row for
 * one plan wins over a row for every plan.
 *
 * @param planOf the plan that a row asks for; none for every plan
 */
record PlanRows<R>(
        String column,
        Choices<String> plans,
        List<R> rows,
        Function<R, SheetRow> atOf,
        Function<R, @Nullable String> planOf)
        implements Analysed<R, String> {

    @Override
    public SheetRow at(R row) {
        return atOf.apply(row);
    }

    @Override
    public Box whole() {
        return Box.of(List.of(plans.all()));
    }

    @Override
    public Box box(R row) {
        return Box.of(List.of(plans.asked(planOf.apply(row))));
    }

    @Override
    public Optional<String> example(Box within) {
        return Optional.of(plans.at(within.low(0)));
    }

    @Override
    public int rank(R row, R other) {
        return Boolean.compare(planOf.apply(row) != null, planOf.apply(other) != null);
    }

    @Override
    public String condition(int axis) {
        return "the plan";
    }

    @Override
    public boolean takes(R row, String plan) {
        String asked = planOf.apply(row);
        return asked == null || asked.equals(plan);
    }

    /** The reader refuses a second row for the same plan, so no two rows are tied. */
    @Override
    public Map<String, @Nullable Object> answers(R row) {
        return Map.of();
    }

    @Override
    public String said(String plan) {
        return "the plan " + plan;
    }

    @Override
    public String about(Gap<String> gap) {
        return Words.restricted("the plan", plans, gap.places().get(0));
    }
}
