package org.trueup.rules.terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trueup.rules.fact.Vendor;

/**
 * Everything that one policy workbook says, in the order of its rows.
 *
 * @param version the policy's version, 1 or more
 */
public record PolicyTerms(
        Vendor vendor,
        int version,
        List<PlanTerms> plans,
        List<OverLimitTerms> overLimit,
        List<CountingTerms> counting,
        List<ExemptionTerms> exemptions,
        List<SettingTerms> settings,
        List<AddOnTerms> addOns,
        List<EntitlementTerms> entitlements,
        List<SupportPlanTerms> supportPlans,
        List<WaiverTerms> waivers) {

    public PolicyTerms {
        plans = new Plans(plans);
        settings = new Settings(settings);
    }

    /** Terms without any waiver. */
    public PolicyTerms(
            Vendor vendor,
            int version,
            List<PlanTerms> plans,
            List<OverLimitTerms> overLimit,
            List<CountingTerms> counting,
            List<ExemptionTerms> exemptions,
            List<SettingTerms> settings,
            List<AddOnTerms> addOns,
            List<EntitlementTerms> entitlements,
            List<SupportPlanTerms> supportPlans) {
        this(
                vendor,
                version,
                plans,
                overLimit,
                counting,
                exemptions,
                settings,
                addOns,
                entitlements,
                supportPlans,
                List.of());
    }

    /** The same terms with other waivers. */
    public PolicyTerms waiving(List<WaiverTerms> others) {
        return new PolicyTerms(
                vendor,
                version,
                plans,
                overLimit,
                counting,
                exemptions,
                settings,
                addOns,
                entitlements,
                supportPlans,
                others);
    }

    /** The plan of that name, if the policy has it. */
    public Optional<PlanTerms> plan(String name) {
        return indexed().named(name);
    }

    /** The plan that a tenant without a subscription in force falls to, if the policy has one (A6). */
    public Optional<PlanTerms> planAfterTrial() {
        return indexed().afterTrial();
    }

    private Plans indexed() {
        return (Plans) plans;
    }

    /** The row that says a setting for a plan, if there is one. */
    public Optional<SettingTerms> setting(Setting setting, String plan) {
        return ((Settings) settings).of(setting, plan);
    }

    /** The names of all plans, as a sentence lists them. */
    public String planNames() {
        return plans.stream().map(PlanTerms::plan).collect(Collectors.joining(", "));
    }
}
