package org.trueup.rules.benchmark;

import static org.trueup.rules.outcome.FindingCode.NO_SUBSCRIPTION;
import static org.trueup.rules.outcome.FindingCode.OVERLAPPING_SUBSCRIPTIONS;
import static org.trueup.rules.outcome.FindingCode.POLICY_GAP;
import static org.trueup.rules.outcome.FindingCode.TRIAL_ENDED;
import static org.trueup.rules.outcome.FindingCode.UNKNOWN_PLAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.benchmark.HandWrittenRules.Sheets;
import org.trueup.rules.counting.Usage;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Utf8Order;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Amounts;
import org.trueup.rules.policy.derived.InForce;
import org.trueup.rules.policy.derived.LimitStatus;
import org.trueup.rules.policy.derived.Segment;
import org.trueup.rules.policy.derived.Standing;
import org.trueup.rules.policy.derived.TenantPosition;
import org.trueup.rules.policy.derived.Unsubscribed;
import org.trueup.rules.policy.derived.UsageLine;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/** One tenant decided by hand. */
final class DecisionByHand {
    private static final Comparator<CountedUser> BY_ID = Comparator.comparing(CountedUser::accountId, Utf8Order.UTF8);

    private final Sheets sheets;
    private final TenantFacts facts;
    private final LocalDate asOf;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    DecisionByHand(Sheets sheets, TenantFacts facts, LocalDate asOf) {
        this.sheets = sheets;
        this.facts = facts;
        this.asOf = asOf;
    }

    /** What the tenant uses; 0 where nothing can be counted. */
    int used() {
        Subscription subscription = subscription();
        PlanTerms plan = subscription == null ? null : sheets.rows().plan(subscription.plan());
        return subscription == null || plan == null
                ? 0
                : sheets.counting().count(facts, subscription, plan, asOf).used();
    }

    Assessment assessment() {
        Subscription subscription = subscription();
        TenantPosition made = subscription == null ? null : position(subscription);
        findings.sort(Finding.ORDER);
        if (made == null) {
            return new Assessment(facts.tenant(), null, List.copyOf(findings), List.of(), List.of());
        }
        Usage usage = made.standing().usage();
        List<CountedUser> users = new ArrayList<>(usage.users());
        users.sort(BY_ID);
        Position whole = made.position().decidedBy(cellsOf(usage));
        return new Assessment(facts.tenant(), whole, List.copyOf(findings), List.of(), users);
    }

    private List<Cell> cellsOf(Usage usage) {
        cells.addAll(usage.cells());
        for (Finding finding : findings) {
            if (finding.cell() != null) {
                cells.add(finding.cell());
            }
        }
        Set<String> rows = new HashSet<>();
        List<Cell> deciding = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            if (rows.add(cell.workbook() + "!" + cell.sheet() + "!" + cell.row())) {
                deciding.add(cell);
            }
        }
        deciding.sort(null);
        return List.copyOf(deciding);
    }

    private @Nullable Subscription subscription() {
        Subscription best = null;
        for (Subscription each : facts.subscriptions()) {
            if (each.inForceOn(asOf) && (best == null || each.winsOver(best))) {
                best = each;
            }
        }
        return best != null ? best : withoutPurchase();
    }

    private @Nullable Subscription withoutPurchase() {
        PlanTerms free = sheets.policy().planAfterTrial().orElse(null);
        if (free == null) {
            findings.add(Finding.of(facts.id(), NO_SUBSCRIPTION, "No subscription in force")
                    .saying("No subscription is in force on %s, so nothing could be decided.", asOf));
            return null;
        }
        Unsubscribed tenant = new Unsubscribed(facts);
        SettingTerms trial = null;
        SettingTerms best = null;
        for (SettingTerms row : sheets.policy().settings()) {
            if (row.setting() == Setting.TRIAL_DAYS && row.plan() != null) {
                best = best == null || row.beats(best) ? row : best;
                trial = tenant.tries(row, asOf) && (trial == null || row.beats(trial)) ? row : trial;
            }
        }
        if (best != null && tenant.hasTried(best, asOf)) {
            findings.add(Finding.of(facts.id(), TRIAL_ENDED, "The trial has ended")
                    .at(best.cell("Value"))
                    .saying(
                            "The trial of %s ended on %s and no subscription is in force, so the account is on the plan %s.",
                            best.plan(), tenant.trialEnd(best), free.plan()));
        }
        if (trial == null || trial.plan() == null) {
            return tenant.free(free.plan());
        }
        cells.add(trial.cell("Value"));
        return tenant.trial(trial, trial.plan());
    }

    private @Nullable TenantPosition position(Subscription subscription) {
        InForce inForce = new InForce(facts, subscription);
        if (inForce.paidOn(asOf) > 1) {
            findings.add(Finding.of(facts.id(), OVERLAPPING_SUBSCRIPTIONS, "Several paid subscriptions in force")
                    .saying(
                            "%d paid subscriptions are in force on %s; %s decides, since it started last.",
                            inForce.paidOn(asOf), asOf, subscription.id()));
        }
        PlanTerms plan = sheets.rows().plan(subscription.plan());
        if (plan == null) {
            findings.add(Finding.of(facts.id(), UNKNOWN_PLAN, "A plan that the policy does not know")
                    .saying(
                            "The plan \"%s\" is not in the policy, so nothing could be decided; the plans are %s.",
                            subscription.plan(), sheets.policy().planNames()));
            return null;
        }
        Usage usage = sheets.counting().count(facts, subscription, plan, asOf);
        Standing standing = Standing.of(inForce, plan, usage, sheets.policy(), asOf);
        cells.add(plan.cell("Plan"));
        OverLimitTerms row = sheets.rows().overLimit(standing.limit());
        LimitStatus limit = row == null ? null : LimitStatus.of(standing, row, asOf);
        Amounts amounts = standing.trial() ? Amounts.nothing(standing) : Amounts.of(standing, asOf);
        String line = usageLine(plan.plan());
        new FindingsByHand(sheets, standing, asOf, findings, cells).find();
        new MetricByHand(sheets, standing, limit, asOf, findings, cells).find(amounts);
        if (row == null || limit == null) {
            gap(standing);
            return null;
        }
        cells.add(row.cell("Status"));
        return TenantPosition.of(
                standing,
                limit,
                amounts,
                UsageLine.of(standing, line),
                sheets.policy(),
                sheets.entitling().of(standing, asOf));
    }

    private String usageLine(String plan) {
        SettingTerms row = sheets.rows().setting(Setting.USAGE_LINE, plan);
        if (row == null) {
            return "{used}/{licensed}";
        }
        cells.add(row.cell("Value"));
        return row.value();
    }

    private void gap(Standing standing) {
        findings.add(Finding.of(facts.id(), POLICY_GAP, "No row of Over the limit takes the tenant")
                .at(standing.planTerms().cell("Plan"))
                .saying(
                        "No row of the sheet Over the limit takes %d used of %s licences on the plan %s%s, so nothing could be decided.",
                        standing.used(),
                        standing.licensed(),
                        standing.plan(),
                        new Segment(standing.limit(), sheets.policy().overLimit()).said()));
    }
}
