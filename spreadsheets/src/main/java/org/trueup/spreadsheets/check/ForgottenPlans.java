package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.policybook.SheetTable;

/**
 * Plans that may have been forgotten: of something that nearly every plan has a row for, they have none. A plan that costs
 * nothing is not among them, for it often has less than the others.
 */
final class ForgottenPlans {
    /** Of so many plans one may be without a row before it looks meant. */
    private static final int PLANS_FOR_ONE = 4;
    /** One plan that has a row says nothing about the others. */
    private static final int FEWEST_WITH_A_ROW = 2;

    private final PolicyDraft draft;
    private final PolicyTerms terms;
    private final List<String> plans;
    private final Findings findings;

    ForgottenPlans(PolicyDraft draft, PolicyTerms terms, Findings findings) {
        this.draft = draft;
        this.terms = terms;
        this.plans = terms.plans().stream()
                .filter(plan -> !costsNothing(plan))
                .map(PlanTerms::plan)
                .toList();
        this.findings = findings;
    }

    private static boolean costsNothing(PlanTerms plan) {
        BigDecimal price = plan.price();
        return price != null && price.signum() == 0;
    }

    void tell() {
        if (whole(PlanTerms.SHEET)) {
            tell(
                    EntitlementTerms.SHEET,
                    terms.entitlements(),
                    row -> new Said(row.at(), "the entitlement " + row.entitlement(), row.plan(), "Value"));
            tell(
                    AddOnTerms.SHEET,
                    terms.addOns(),
                    row -> new Said(row.at(), "the add-on " + row.addOn(), row.plan(), "Eligible"));
            tell(
                    SupportPlanTerms.SHEET,
                    terms.supportPlans(),
                    row -> new Said(row.at(), "the support plan " + row.supportPlan(), row.plan(), "Available"));
        }
    }

    private boolean whole(String sheet) {
        return draft.table(sheet).filter(SheetTable::whole).isPresent();
    }

    private <R> void tell(String sheet, List<R> rows, Function<R, Said> said) {
        if (whole(sheet)) {
            Map<String, List<Said>> things = new LinkedHashMap<>();
            rows.stream()
                    .map(said)
                    .forEach(row -> things.computeIfAbsent(
                                    row.what().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                            .add(row));
            things.values().forEach(this::tell);
        }
    }

    private void tell(List<Said> rows) {
        Set<String> named =
                rows.stream().map(Said::plan).filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> without =
                plans.stream().filter(plan -> !named.contains(plan)).toList();
        boolean forEveryPlan = rows.stream().anyMatch(row -> row.plan() == null);
        boolean few = without.size() <= Math.max(1, plans.size() / PLANS_FOR_ONE);
        if (!forEveryPlan && few && !without.isEmpty() && plans.size() - without.size() >= FEWEST_WITH_A_ROW) {
            Said last = rows.get(rows.size() - 1);
            findings.at(
                    last.at(),
                    "Plan",
                    Severity.INFO,
                    "of the plans that cost something only %s %s no row for %s; if that is meant, add one with no under %s"
                            .formatted(
                                    String.join(" and ", without),
                                    without.size() == 1 ? "has" : "have",
                                    last.what(),
                                    last.answer()));
        }
    }

    /**
     * A row, as far as it matters here.
     *
     * @param answer the heading under which {@code no} would be typed
     */
    private record Said(SheetRow at, String what, @Nullable String plan, String answer) {}
}
