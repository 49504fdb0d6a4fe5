package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Span;

/**
 * The rows of one entitlement as the analysis sees them. A tenant has one plan and one support plan or none, but any of the
 * add-ons at once: each add-on that a row names is an axis of its own.
 */
final class EntitlementRows implements Analysed<EntitlementTerms, EntitlementCase> {
    private static final String NO_SUPPORT_PLAN = "";

    private final List<EntitlementTerms> rows;
    private final Choices<String> plans;
    private final Choices<String> supportPlans;
    private final List<String> addOns;
    private final Choices<Boolean> held = new Choices<>(List.of(false, true));

    EntitlementRows(List<String> plans, List<EntitlementTerms> rows) {
        this.rows = rows;
        this.plans = new Choices<>(plans);
        supportPlans = new Choices<>(
                Stream.concat(Stream.of(NO_SUPPORT_PLAN), rows.stream().map(EntitlementTerms::supportPlan))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        addOns = rows.stream()
                .map(EntitlementTerms::addOn)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<EntitlementTerms> rows() {
        return rows;
    }

    @Override
    public SheetRow at(EntitlementTerms row) {
        return row.at();
    }

    @Override
    public String column() {
        return "Entitlement";
    }

    @Override
    public Box whole() {
        return box(null, null, null);
    }

    @Override
    public Box box(EntitlementTerms row) {
        return box(row.plan(), row.supportPlan(), row.addOn());
    }

    private Box box(@Nullable String plan, @Nullable String supportPlan, @Nullable String addOn) {
        List<Span> spans = new ArrayList<>();
        spans.add(plans.asked(plan));
        spans.add(supportPlans.asked(supportPlan));
        addOns.forEach(each -> spans.add(held.asked(each.equals(addOn) ? Boolean.TRUE : null)));
        return Box.of(spans);
    }

    @Override
    public Optional<EntitlementCase> example(Box within) {
        String supportPlan = supportPlans.at(within.low(1));
        Set<String> has = new LinkedHashSet<>();
        for (int i = 0; i < addOns.size(); i++) {
            if (within.low(i + 2) == 1) {
                has.add(addOns.get(i));
            }
        }
        return Optional.of(new EntitlementCase(
                plans.at(within.low(0)), supportPlan.equals(NO_SUPPORT_PLAN) ? null : supportPlan, has));
    }

    @Override
    public int rank(EntitlementTerms row, EntitlementTerms other) {
        return row.rank(other);
    }

    @Override
    public String condition(int axis) {
        return axis == 0 ? "the plan" : axis == 1 ? "the support plan" : "the add-on";
    }

    @Override
    public boolean takes(EntitlementTerms row, EntitlementCase example) {
        return example.takenBy(row);
    }

    @Override
    public Map<String, @Nullable Object> answers(EntitlementTerms row) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("Value", row.value());
        answers.put("Unit", row.unit());
        return answers;
    }

    @Override
    public String said(EntitlementCase example) {
        return example.toString();
    }

    @Override
    public String about(Gap<EntitlementCase> gap) {
        return Words.restricted("the plan", plans, gap.places().get(0));
    }
}
