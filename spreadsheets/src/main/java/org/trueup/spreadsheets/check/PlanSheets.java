package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Severity;

/** The sheets whose rows are for one plan or for every plan: Add-ons, Support plans and Settings. */
final class PlanSheets {
    private final PolicyDraft draft;
    private final PolicyTerms terms;
    private final List<String> plans;
    private final Findings findings;

    PlanSheets(PolicyDraft draft, PolicyTerms terms, List<String> plans, Findings findings) {
        this.draft = draft;
        this.terms = terms;
        this.plans = plans;
        this.findings = findings;
    }

    void tell() {
        Map<String, List<AddOnTerms>> addOns =
                by(terms.addOns(), row -> row.addOn().toLowerCase(Locale.ROOT));
        addOns.values().forEach(rows -> {
            tell(AddOnTerms.SHEET, "Add-on", rows, AddOnTerms::at, AddOnTerms::plan);
            if (whole(AddOnTerms.SHEET) && rows.stream().noneMatch(AddOnTerms::eligible)) {
                nobody(rows.get(0).at(), "Eligible", "the add-on " + rows.get(0).addOn());
            }
        });
        Map<String, List<SupportPlanTerms>> support =
                by(terms.supportPlans(), row -> row.supportPlan().toLowerCase(Locale.ROOT));
        support.values().forEach(rows -> {
            tell(SupportPlanTerms.SHEET, "Support plan", rows, SupportPlanTerms::at, SupportPlanTerms::plan);
            if (whole(SupportPlanTerms.SHEET) && rows.stream().noneMatch(SupportPlanTerms::available)) {
                nobody(
                        rows.get(0).at(),
                        "Available",
                        "the support plan " + rows.get(0).supportPlan());
            }
        });
        tellIncludedTwice(support);
        by(terms.settings(), SettingTerms::setting).forEach((setting, rows) -> {
            // the plan of Trial days is the one that is tried, not one for which the row holds
            if (setting != Setting.TRIAL_DAYS) {
                tell(SettingTerms.SHEET, "Name", rows, SettingTerms::at, SettingTerms::plan);
            }
        });
    }

    private boolean whole(String sheet) {
        return draft.table(sheet).filter(table -> table.whole()).isPresent();
    }

    private <R> void tell(
            String sheet, String column, List<R> rows, Function<R, SheetRow> at, Function<R, @Nullable String> plan) {
        draft.table(sheet)
                .ifPresent(table -> new TableProblems<>(
                                table, new PlanRows<>(column, new Choices<>(plans), rows, at, plan), findings)
                        .tellRows());
    }

    private void nobody(SheetRow row, String header, String what) {
        findings.at(
                row,
                header,
                Severity.WARNING,
                what + " can be had with no plan; type yes in one of its rows, or delete them");
    }

    /** One row for every plan and one for a plan may each include another support plan. */
    private void tellIncludedTwice(Map<String, List<SupportPlanTerms>> support) {
        for (String plan : plans) {
            List<SupportPlanTerms> included = support.values().stream()
                    .map(rows -> rows.stream()
                            .filter(row -> row.holdsFor(plan))
                            .reduce((one, other) -> other.beats(one) ? other : one)
                            .orElse(null))
                    .filter(Objects::nonNull)
                    .filter(row -> row.available() && row.included())
                    .toList();
            if (included.size() > 1) {
                findings.at(
                        included.get(1).at(),
                        "Included",
                        Severity.ERROR,
                        ("the plan %s comes with two support plans, %s (row %d) and %s; type no in one of the two rows, or"
                                        + " add a row for the plan that says no")
                                .formatted(
                                        plan,
                                        included.get(0).supportPlan(),
                                        included.get(0).at().row(),
                                        included.get(1).supportPlan()));
            }
        }
    }

    private static <K, R> Map<K, List<R>> by(List<R> rows, Function<R, K> key) {
        Map<K, List<R>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), first -> new ArrayList<>())
                .add(row));
        return groups;
    }
}
