package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;

/** Something that a tenant or its vendor could change. */
public sealed interface Change {

    /** The facts as they would be if the change took effect on the as-of date. */
    TenantFacts applyTo(TenantFacts facts, LocalDate asOf);

    /** Another number of licences for a subscription, and the same number for some add-ons (A3). */
    record ToLicences(String subscriptionId, int licences, List<String> alsoAddOns) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            Edit edit = new Edit(facts).subscription(subscriptionId, old -> Edit.licences(old, licences));
            return edit.addOns(alsoAddOns, licences).facts();
        }
    }

    /** Another plan for a subscription, at that plan's price, and the same number of licences for some add-ons. */
    record ToPlan(String subscriptionId, String plan, int licences, List<String> alsoAddOns) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            Edit edit = new Edit(facts)
                    .subscription(subscriptionId, old -> Edit.licences(Edit.plan(old, plan, true), licences));
            return edit.addOns(alsoAddOns, licences).facts();
        }
    }

    /** A subscription for a tenant that has none, from the as-of date, and the same number of licences for some add-ons. */
    record NewSubscription(String plan, int licences, int months, List<String> alsoAddOns) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            LocalDate last = asOf.plusMonths(months).minusDays(1);
            Subscription bought = Edit.licences(
                    Edit.named("new", Subscription.withoutPurchase(plan, Term.PAID, asOf, last)), licences);
            return new Edit(facts).with(bought).addOns(alsoAddOns, licences).facts();
        }
    }

    /** The name that the plan of a subscription should have had. */
    record PlanName(String subscriptionId, String plan) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            return new Edit(facts)
                    .subscription(subscriptionId, old -> Edit.plan(old, plan, false))
                    .facts();
        }
    }

    /** Other days for a subscription. */
    record ToTerm(String subscriptionId, LocalDate startsOn, LocalDate endsOn) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            return new Edit(facts)
                    .subscription(subscriptionId, old -> Edit.term(old, startsOn, endsOn))
                    .facts();
        }
    }

    /** A subscription without its support plan. */
    record WithoutSupport(String subscriptionId) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            return new Edit(facts)
                    .subscription(subscriptionId, Edit::withoutSupport)
                    .facts();
        }
    }

    /** Another number of licences for an add-on. */
    record AddOnLicences(String addOn, int licences) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            return new Edit(facts).addOns(List.of(addOn), licences).facts();
        }
    }

    /** The end of an add-on. */
    record WithoutAddOn(String addOn) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            List<AddOn> others = facts.addOns().stream()
                    .filter(bought -> !bought.name().equals(addOn))
                    .toList();
            return new TenantFacts(facts.tenant(), facts.subscriptions(), others, facts.accounts(), facts.earlier());
        }
    }

    /** An add-on more. */
    record NewAddOn(String addOn, int licences) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            AddOn bought = new AddOn(addOn, licences, asOf, null, null);
            List<AddOn> all =
                    Stream.concat(facts.addOns().stream(), Stream.of(bought)).toList();
            return new TenantFacts(facts.tenant(), facts.subscriptions(), all, facts.accounts(), facts.earlier());
        }
    }

    /** Stored history cut to so many days. */
    record StoredHistory(int days) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            Tenant old = facts.tenant();
            Tenant tenant = new Tenant(
                    old.id(),
                    old.name(),
                    old.vendor(),
                    old.accountManager(),
                    old.accountManagerEmail(),
                    old.signedUpOn(),
                    old.nonprofit(),
                    days);
            return new TenantFacts(tenant, facts.subscriptions(), facts.addOns(), facts.accounts(), facts.earlier());
        }
    }

    /** Something done to each of these accounts. */
    record Accounts(List<Freeing> freed) implements Change {
        @Override
        public TenantFacts applyTo(TenantFacts facts, LocalDate asOf) {
            Map<String, UnaryOperator<Account>> done = new HashMap<>(freed.size() * 2);
            for (Freeing freeing : freed) {
                done.merge(freeing.accountId(), freeing.on(asOf), (one, other) -> old -> other.apply(one.apply(old)));
            }
            List<Account> accounts = new ArrayList<>(facts.accounts().size());
            for (Account account : facts.accounts()) {
                UnaryOperator<Account> how = done.get(account.id());
                accounts.add(how == null ? account : how.apply(account));
            }
            return new TenantFacts(facts.tenant(), facts.subscriptions(), facts.addOns(), accounts, facts.earlier());
        }
    }
}
