package org.trueup.spreadsheets.check;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.policybook.SheetTable;

/** What one sheet has and another lacks. */
final class AcrossSheets {
    private static final String DATA_HISTORY = "Data history";

    private final PolicyDraft draft;
    private final PolicyTerms terms;
    private final Findings findings;

    AcrossSheets(PolicyDraft draft, PolicyTerms terms, Findings findings) {
        this.draft = draft;
        this.terms = terms;
        this.findings = findings;
    }

    void tell() {
        if (whole(OverLimitTerms.SHEET)) {
            terms.plans().forEach(this::tellUndecided);
        }
        if (whole(CountingTerms.SHEET)) {
            terms.plans().forEach(this::tellUncounted);
        }
        if (whole(PlanTerms.SHEET)) {
            terms.counting().forEach(this::tellUnusedMetric);
            terms.settings().forEach(this::tellUnusedSetting);
        }
        if (whole(SettingTerms.SHEET) || draft.table(SettingTerms.SHEET).isEmpty()) {
            terms.entitlements().forEach(this::tellMonthsOfHistory);
        }
    }

    private boolean whole(String sheet) {
        return draft.table(sheet).filter(SheetTable::whole).isPresent();
    }

    private void tellUndecided(PlanTerms plan) {
        if (terms.overLimit().stream()
                .noneMatch(row -> fits(OverLimitAsked.by(row).plan(), plan.plan()))) {
            findings.at(
                    plan.at(),
                    "Plan",
                    Severity.ERROR,
                    "no row of the sheet Over the limit takes the plan " + plan.plan()
                            + ", so that none of its tenants could be decided; add a row for it there");
        }
    }

    private static <T> boolean fits(@Nullable T asked, T has) {
        return asked == null || asked.equals(has);
    }

    private void tellUncounted(PlanTerms plan) {
        if (terms.counting().stream().noneMatch(row -> fits(row.metric(), plan.metric()))) {
            findings.at(
                    plan.at(),
                    "Metric",
                    Severity.ERROR,
                    "no row of the sheet Who counts is for the metric "
                            + plan.metric().code() + ", so that no account would count; add a row for it there");
        }
    }

    private boolean counts(Metric metric) {
        return terms.plans().stream().anyMatch(plan -> plan.metric() == metric);
    }

    private void tellUnusedMetric(CountingTerms row) {
        Metric metric = row.metric();
        if (metric != null && !counts(metric)) {
            findings.at(
                    row.at(),
                    "Metric",
                    Severity.INFO,
                    "no plan of the sheet Plans counts " + metric.code() + ", so this row is not used");
        }
    }

    private void tellUnusedSetting(SettingTerms row) {
        Function<Metric, String> noPlan = metric -> "no plan of the sheet Plans counts " + metric.code();
        switch (row.setting()) {
            case TRIAL_DAYS -> {
                if (terms.planAfterTrial().isEmpty()) {
                    tellUnused(row, "no plan of the sheet Plans says yes under Free after trial");
                }
            }
            case FORECAST_MONTHS, EXPIRY_TOLD_DAYS -> {
                if (!counts(Metric.MONTHLY_CREDITS)) {
                    tellUnused(row, noPlan.apply(Metric.MONTHLY_CREDITS));
                }
            }
            case UNUSED_LICENCES_TOLD_FROM -> {
                if (!counts(Metric.PEAK_DAILY_ACTIVE)) {
                    tellUnused(row, noPlan.apply(Metric.PEAK_DAILY_ACTIVE));
                }
            }
            case USAGE_LINE, DAYS_IN_6_MONTHS, DAYS_IN_12_MONTHS -> {}
        }
    }

    private void tellUnused(SettingTerms row, String because) {
        findings.at(
                row.at(), "Name", Severity.WARNING, because + ", so this row does nothing; delete it, or change that");
    }

    /** Stored history is compared in days: months need the setting that says how many days they are. */
    private void tellMonthsOfHistory(EntitlementTerms row) {
        if (!row.entitlement().equalsIgnoreCase(DATA_HISTORY)
                || !"months".equalsIgnoreCase(row.unit())
                || !row.value().matches("\\d{1,6}")) {
            return;
        }
        boolean years = Integer.parseInt(row.value()) % 12 == 0;
        Setting needed = years ? Setting.DAYS_IN_12_MONTHS : Setting.DAYS_IN_6_MONTHS;
        List<String> without = terms.plans().stream()
                .map(PlanTerms::plan)
                .filter(plan ->
                        fits(row.plan(), plan) && terms.setting(needed, plan).isEmpty())
                .toList();
        if (!without.isEmpty()) {
            findings.at(
                    row.at(),
                    "Value",
                    Severity.WARNING,
                    ("the sheet Settings does not say how many days these months are for %s, so stored history is not"
                                    + " looked at; add the setting %s there, or type days here")
                            .formatted(Words.oneOf(without), needed.title()));
        }
    }
}
