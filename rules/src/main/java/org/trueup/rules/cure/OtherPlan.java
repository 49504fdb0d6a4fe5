package org.trueup.rules.cure;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.cure.Change.NewSubscription;
import org.trueup.rules.cure.Change.ToPlan;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Words;
import org.trueup.rules.terms.PlanTerms;

/** Another plan that is on sale and counts alike: of those that cure, the one that costs least a month. */
final class OtherPlan implements Family {
    /** What a year's subscription lasts where the plan fixes no term: prices are a year's by twelfths. */
    private static final int A_YEAR = 12;

    private static final Comparator<Money> CHEAPEST = Comparator.comparing(Money::amount);

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Position position = tenant.position().orElse(null);
        if (position == null) {
            return Optional.of(List.of());
        }
        List<Change> changes = tenant.policy().plans().stream()
                .filter(plan ->
                        plan.metric() == position.metric() && !plan.plan().equals(position.plan()))
                .filter(plan -> !plan.notOnSaleOn(tenant.asOf()))
                .flatMap(plan -> to(plan, tenant, position))
                .toList();
        if (!tenant.knows(changes)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .filter(change -> tenant.cures(change, target))
                .min(Comparator.comparing(change -> monthly(tenant, change), Comparator.nullsLast(CHEAPEST)))
                .map(change -> new Cure(change, words(tenant, change), null))
                .stream()
                .toList());
    }

    /** As many licences as were bought, unless the plan or the use asks for more. */
    private static Stream<Change> to(PlanTerms plan, TenantCase tenant, Position position) {
        Subscription bought = tenant.subscription().orElse(null);
        if (bought == null) {
            int months = plan.fixedTermMonths() == null ? A_YEAR : plan.fixedTermMonths();
            int licences = plan.atLeastMinimum(position.used());
            return tenant.followingAddOns().stream()
                    .map(addOns -> new NewSubscription(plan.plan(), licences, months, addOns));
        }
        int held = bought.licenses() == null ? 0 : bought.licenses();
        int licences = plan.atLeastMinimum(Math.max(held, position.used()));
        return tenant.followingAddOns().stream().map(addOns -> new ToPlan(bought.id(), plan.plan(), licences, addOns));
    }

    private static @Nullable Money monthly(TenantCase tenant, Change change) {
        Position position = tenant.answer(change).position();
        return position == null ? null : position.monthlyAmount();
    }

    private static String words(TenantCase tenant, Change change) {
        Position then = Objects.requireNonNull(tenant.answer(change).position());
        int licences = Objects.requireNonNull(then.licensed().count());
        Money monthly = then.monthlyAmount();
        String verb = change instanceof NewSubscription ? "buy the plan " : "change to the plan ";
        List<String> addOns = change instanceof ToPlan to ? to.alsoAddOns() : ((NewSubscription) change).alsoAddOns();
        return verb + then.plan() + " with " + Words.count(licences, "licence") + " ("
                + (monthly == null ? "price by agreement" : monthly + " a month") + ")"
                + Following.said(addOns, licences);
    }
}
