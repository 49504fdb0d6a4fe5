package org.trueup.rules.benchmark;

import static org.trueup.rules.outcome.FindingCode.ABOVE_PLAN_CAP;
import static org.trueup.rules.outcome.FindingCode.ADD_ON_COUNT_MISMATCH;
import static org.trueup.rules.outcome.FindingCode.ADD_ON_NOT_ELIGIBLE;
import static org.trueup.rules.outcome.FindingCode.BELOW_PLAN_MINIMUM;
import static org.trueup.rules.outcome.FindingCode.EXEMPT_ACCOUNT;
import static org.trueup.rules.outcome.FindingCode.PLAN_NOT_SOLD;
import static org.trueup.rules.outcome.FindingCode.STORAGE_OVER_LIMIT;
import static org.trueup.rules.outcome.FindingCode.SUPPORT_NOT_ELIGIBLE;
import static org.trueup.rules.outcome.FindingCode.TERM_NOT_ANNUAL;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.benchmark.HandWrittenRules.Sheets;
import org.trueup.rules.counting.ExemptUse;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.policy.derived.Standing;
import org.trueup.rules.policy.derived.StorageAllowance;
import org.trueup.rules.policy.derived.Words;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.AddOnTerms.LicencesMustEqual;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.SupportPlanTerms;

/** What is found whatever the plan's metric. */
record FindingsByHand(Sheets sheets, Standing standing, LocalDate asOf, List<Finding> findings, List<Cell> cells) {

    void find() {
        planLimits();
        sale();
        term();
        for (AddOn addOn : standing.facts().addOns()) {
            if (addOn.inForceOn(asOf)) {
                addOn(addOn);
            }
        }
        support();
        storage();
        exempt();
    }

    private Finding.Draft draft(FindingCode code, String rule) {
        return Finding.of(standing.tenant(), code, rule);
    }

    private void planLimits() {
        PlanTerms plan = standing.planTerms();
        Integer minimum = plan.minimum();
        if (!standing.unlimited() && minimum != null && minimum > standing.licences()) {
            findings.add(draft(BELOW_PLAN_MINIMUM, "Bought below the plan's minimum")
                    .at(plan.cell("Minimum"))
                    .saying(
                            "%s bought, the plan %s asks for at least %d.",
                            Words.count(standing.licences(), "licence"), plan.plan(), minimum));
        }
        if (plan.capsBelow(standing.used()) || (!standing.unlimited() && plan.capsBelow(standing.licences()))) {
            findings.add(draft(ABOVE_PLAN_CAP, "Above the plan's cap")
                    .at(plan.cell("Maximum"))
                    .saying(
                            "%d used, %s licensed; the plan %s takes at most %d.",
                            standing.used(), standing.licensed(), plan.plan(), plan.maximum()));
        }
    }

    private void sale() {
        PlanTerms plan = standing.planTerms();
        Subscription bought = standing.subscription();
        if (!bought.bought()) {
            return;
        }
        LocalDate until = plan.soldUntil();
        if (plan.notOnSaleOn(bought.startsOn())) {
            findings.add(draft(PLAN_NOT_SOLD, "Bought when the plan was not on sale")
                    .as(Severity.VIOLATION)
                    .at(plan.saleCell(bought.startsOn()))
                    .saying(
                            "The subscription starts on %s, the plan %s is sold %s.",
                            bought.startsOn(), plan.plan(), plan.sale()));
        } else if (until != null && until.isBefore(asOf)) {
            findings.add(draft(PLAN_NOT_SOLD, "The plan is no longer sold")
                    .at(plan.cell("Sold until"))
                    .saying(
                            "The plan %s still runs but is no longer sold: its last day of sale was %s.",
                            plan.plan(), until));
        }
    }

    private void term() {
        PlanTerms plan = standing.planTerms();
        Integer months = plan.fixedTermMonths();
        if (months != null && standing.offTerm()) {
            Subscription bought = standing.subscription();
            findings.add(draft(TERM_NOT_ANNUAL, "The term is not the plan's fixed one")
                    .at(plan.cell("Fixed term in months"))
                    .saying(
                            "The paid subscription runs from %s to %s; the plan %s is sold for %s, so it must end on %s.",
                            bought.startsOn(),
                            bought.endsOn(),
                            plan.plan(),
                            Words.count(months, "month"),
                            plan.lastDayOfTerm(bought.startsOn())));
        }
    }

    private void addOn(AddOn addOn) {
        AddOnTerms row = null;
        for (AddOnTerms each : sheets.policy().addOns()) {
            if (each.fits(addOn.name(), standing.plan()) && (row == null || each.beats(row))) {
                row = each;
            }
        }
        String licences = Words.count(addOn.licenses(), "licence");
        if (row == null) {
            if (!sheets.policy().addOns().isEmpty()) {
                findings.add(draft(ADD_ON_NOT_ELIGIBLE, "An add-on that the sheet does not know")
                        .saying(
                                "The add-on \"%s\" (%s) is not in the sheet Add-ons for the plan %s, so it cannot be had with it.",
                                addOn.name(), licences, standing.plan()));
            }
        } else if (!row.eligible()) {
            findings.add(draft(ADD_ON_NOT_ELIGIBLE, "An add-on that the plan does not take")
                    .at(row.cell("Eligible"))
                    .saying(
                            "The add-on %s (%s) cannot be had with the plan %s: end the add-on or choose a plan that takes it.",
                            addOn.name(), licences, standing.plan()));
        } else {
            addOnLicences(addOn, row, licences);
        }
    }

    private void addOnLicences(AddOn addOn, AddOnTerms row, String licences) {
        int held = addOn.licenses();
        if (row.licencesMustEqual() == LicencesMustEqual.BASE_LICENCES
                && !standing.unlimited()
                && held != standing.licences()) {
            int base = standing.licences();
            findings.add(draft(ADD_ON_COUNT_MISMATCH, "An add-on's licences differ from the base licences")
                    .at(row.cell("Licences must equal"))
                    .saying(
                            "The add-on %s has %s, the base has %d: %d too %s. The two must be equal.",
                            addOn.name(), licences, base, Math.abs(held - base), held > base ? "many" : "few"));
        } else if (row.licencesMustEqual() == LicencesMustEqual.NONE && held > 0) {
            findings.add(draft(ADD_ON_COUNT_MISMATCH, "An add-on that has no licences was bought with some")
                    .at(row.cell("Licences must equal"))
                    .saying("The add-on %s has %s, and takes none: %d too many.", addOn.name(), licences, held));
        }
    }

    private void support() {
        for (SupportPlanTerms had : sheets.entitling().supportPlan(standing)) {
            cells.add(had.cell("Available"));
        }
        String support = standing.subscription().supportPlan();
        if (support == null || sheets.policy().supportPlans().isEmpty()) {
            return;
        }
        SupportPlanTerms row = null;
        for (SupportPlanTerms each : sheets.policy().supportPlans()) {
            if (each.fits(support, standing.plan()) && (row == null || each.beats(row))) {
                row = each;
            }
        }
        if (row == null) {
            findings.add(draft(SUPPORT_NOT_ELIGIBLE, "A support plan that the sheet does not know")
                    .saying(
                            "The support plan \"%s\" is not in the sheet Support plans for the plan %s, so it cannot be had with it.",
                            support, standing.plan()));
        } else if (!row.available()) {
            findings.add(draft(SUPPORT_NOT_ELIGIBLE, "A support plan that the plan does not take")
                    .at(row.cell("Available"))
                    .saying(
                            "The support plan %s cannot be had with the plan %s: drop it or choose a plan that takes it.",
                            support, standing.plan()));
        }
    }

    private void storage() {
        Integer stored = standing.facts().tenant().storedHistoryDays();
        if (stored == null) {
            return;
        }
        for (StorageAllowance allowance : StorageAllowance.of(standing, sheets.entitling(), sheets.policy(), asOf)) {
            if (allowance.months() != null) {
                cells.add(allowance.months());
            }
            if (allowance.days() < stored) {
                findings.add(draft(STORAGE_OVER_LIMIT, "More history stored than the plan allows")
                        .at(allowance.entitlement().cell())
                        .saying(
                                "%s of history are stored, the plan %s allows %s (%d days): %s too many. The data is hidden until some is deleted, the plan upgraded or more history bought; it is not charged.",
                                Words.count(stored, "day"),
                                standing.plan(),
                                allowance.said(),
                                allowance.days(),
                                Words.count(stored - allowance.days(), "day")));
            }
        }
    }

    private void exempt() {
        for (ExemptUse exempt : standing.usage().exempt()) {
            findings.add(draft(EXEMPT_ACCOUNT, "An exemption account is in use")
                    .at(exempt.decision().cell())
                    .saying(
                            "The account \"%s\" (%s) is an exemption account: it counts %s, however many people stand behind it, and adds %d to the licences used.",
                            exempt.account().name(),
                            exempt.account().id(),
                            Words.count(exempt.decision().licences(), "licence"),
                            exempt.counted()));
        }
    }
}
