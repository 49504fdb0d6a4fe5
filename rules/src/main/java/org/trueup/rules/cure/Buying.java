package org.trueup.rules.cure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.trueup.rules.cure.Change.ToLicences;
import org.trueup.rules.cure.Smallest.Progress;
import org.trueup.rules.cure.Smallest.Step;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Amounts;
import org.trueup.rules.policy.derived.Words;

/** More licences for the subscription, or fewer where the plan takes no more. */
final class Buying implements Family {
    private static final List<String> BY_MONTHS = List.of(FindingCode.MONTHLY_USERS_EXCEEDED.name());
    private static final List<String> BY_CAP = List.of(FindingCode.ABOVE_PLAN_CAP.name());

    /** Analysts' own checks may ask for any number. */
    private final boolean anyNumber;

    Buying(boolean anyNumber) {
        this.anyNumber = anyNumber;
    }

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Optional<Subscription> subscription = tenant.subscription();
        Integer now = tenant.licences();
        if (subscription.isEmpty() || now == null) {
            return Optional.of(List.of());
        }
        String id = subscription.get().id();
        for (List<String> following : tenant.followingAddOns()) {
            IntFunction<Change> change = number -> new ToLicences(id, number, following);
            Progress more = new Smallest(tenant, target, now, change).search(hints(tenant, target, now));
            if (more.step() == Step.FOUND) {
                return Optional.of(List.of(more(tenant, subscription.get(), now, more.number(), following)));
            }
            if (more.step() == Step.ASKING) {
                return Optional.empty();
            }
        }
        return BY_CAP.contains(target.code()) ? fewer(tenant, target, id, now) : Optional.of(List.of());
    }

    /** Where to begin: what the engine said is used and required. */
    private List<Integer> hints(TenantCase tenant, Target target, int now) {
        Position position = tenant.position().orElseThrow();
        List<Integer> hints = new ArrayList<>();
        if (BY_MONTHS.contains(target.code())) {
            tenant.before().months().stream()
                    .filter(month -> month.subscriptionId().equals(position.subscriptionId()))
                    .map(MonthUse::consumed)
                    .forEach(hints::add);
        } else if (!BY_CAP.contains(target.code())) {
            hints.add(position.used());
            hints.add(position.required());
        }
        if (anyNumber) {
            hints.add(2 * Math.max(position.required(), now) + 1);
        }
        return hints.stream().filter(hint -> hint > now).distinct().toList();
    }

    private static Cure more(TenantCase tenant, Subscription term, int now, int number, List<String> following) {
        int more = number - now;
        ToLicences less = number - 1 == now ? null : new ToLicences(term.id(), number - 1, following);
        return new Cure(
                new ToLicences(term.id(), number, following),
                "buy " + more + " more" + price(tenant, term, more) + " to " + term.endsOn()
                        + Following.said(following, number),
                less);
    }

    /** The engine's own price of what is short; else prorated by the same formula. */
    private static String price(TenantCase tenant, Subscription term, int more) {
        Position position = tenant.position().orElseThrow();
        Money money = position.trueUpAmount();
        if (more != position.shortBy() || !Target.tooHigh(position)) {
            BigDecimal amount = tenant.plan()
                    .map(plan -> Amounts.prorated(term, plan, more, tenant.asOf()))
                    .orElse(null);
            money = amount == null ? null : new Money(amount, position.currency());
        }
        return money == null ? " (price by agreement)" : " for " + money;
    }

    private static Optional<List<Cure>> fewer(TenantCase tenant, Target target, String id, int now) {
        Integer cap = tenant.plan().map(plan -> plan.maximum()).orElse(null);
        if (cap == null || cap >= now) {
            return Optional.of(List.of());
        }
        List<ToLicences> changes = tenant.followingAddOns().stream()
                .flatMap(following -> Stream.of(cap, cap + 1).map(number -> new ToLicences(id, number, following)))
                .toList();
        if (!tenant.knows(changes)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .filter(change -> change.licences() == cap && tenant.cures(change, target))
                .findFirst()
                .map(change -> new Cure(
                        change,
                        "give back " + Words.count(now - cap, "licence"),
                        cap + 1 == now ? null : new ToLicences(id, cap + 1, change.alsoAddOns())))
                .stream()
                .toList());
    }
}
