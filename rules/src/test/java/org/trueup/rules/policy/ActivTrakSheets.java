package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.AddOnTerms.LicencesMustEqual;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SupportPlanTerms;

/** ActivTrak's terms with a sheet changed, as an analyst would change it. */
final class ActivTrakSheets {
    private static final PolicyTerms SHIPPED = TestPolicies.activtrak();

    private ActivTrakSheets() {}

    static PolicyTerms of(
            List<PlanTerms> plans,
            List<OverLimitTerms> overLimit,
            List<SettingTerms> settings,
            List<AddOnTerms> addOns,
            List<EntitlementTerms> entitlements,
            List<SupportPlanTerms> supportPlans) {
        return new PolicyTerms(
                SHIPPED.vendor(),
                1,
                plans,
                overLimit,
                SHIPPED.counting(),
                SHIPPED.exemptions(),
                settings,
                addOns,
                entitlements,
                supportPlans);
    }

    static PolicyTerms withSettings(List<SettingTerms> settings) {
        return of(
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                settings,
                SHIPPED.addOns(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
    }

    static PolicyTerms withPlans(UnaryOperator<PlanTerms> change) {
        return of(
                SHIPPED.plans().stream().map(change).toList(),
                SHIPPED.overLimit(),
                SHIPPED.settings(),
                SHIPPED.addOns(),
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
    }

    /** Without Add-ons, Entitlements and Support plans. */
    static PolicyTerms withoutSheetsBeside() {
        return of(SHIPPED.plans(), SHIPPED.overLimit(), SHIPPED.settings(), List.of(), List.of(), List.of());
    }

    static PolicyTerms soldUntil(String day) {
        return withPlans(plan -> new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                plan.price(),
                plan.currency(),
                plan.minimum(),
                plan.maximum(),
                null,
                LocalDate.parse(day),
                null,
                true,
                plan.freeAfterTrial()));
    }

    static PolicyTerms addOnLicencesMustEqual(LicencesMustEqual rule) {
        List<AddOnTerms> addOns = SHIPPED.addOns().stream()
                .map(row -> new AddOnTerms(row.at(), row.addOn(), row.plan(), row.eligible(), rule, row.price()))
                .toList();
        return of(
                SHIPPED.plans(),
                SHIPPED.overLimit(),
                SHIPPED.settings(),
                addOns,
                SHIPPED.entitlements(),
                SHIPPED.supportPlans());
    }
}
