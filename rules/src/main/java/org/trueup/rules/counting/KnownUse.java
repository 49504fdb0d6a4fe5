package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;

/**
 * What was counted of some tenants' accounts, so that it is counted once however many questions are asked about them: a change
 * of plan or licences leaves the accounts as they are. For one thread, and for the tenants of one call.
 */
public final class KnownUse {
    private final Map<List<Account>, Counted> byAccounts;

    private KnownUse(int tenants) {
        byAccounts = new IdentityHashMap<>(tenants);
    }

    /** Remembers nothing yet, and nothing but what these tenants have. */
    public static KnownUse of(List<TenantFacts> tenants) {
        KnownUse known = new KnownUse(tenants.size());
        tenants.forEach(tenant -> known.byAccounts.put(tenant.accounts(), new Counted()));
        return known;
    }

    Usage usage(TenantFacts facts, Subscription term, LocalDate asOf, Counter counter) {
        Counted counted = byAccounts.get(facts.accounts());
        if (counted == null) {
            return counter.usage(facts, term, asOf);
        }
        Asked asked = new Asked(counter, term.startsOn(), term.endsOn(), asOf);
        if (counted.usage == null || !asked.equals(counted.asked)) {
            counted.usage = counter.usage(facts, term, asOf);
            counted.asked = asked;
        }
        return counted.usage;
    }

    Reclaimable reclaimable(TenantFacts facts, LocalDate asOf, Reclaiming reclaiming) {
        Counted counted = byAccounts.get(facts.accounts());
        if (counted == null) {
            return reclaiming.of(facts, asOf);
        }
        if (counted.reclaimable == null
                || !reclaiming.equals(counted.reclaiming)
                || !asOf.equals(counted.reclaimableOn)) {
            counted.reclaimable = reclaiming.of(facts, asOf);
            counted.reclaiming = reclaiming;
            counted.reclaimableOn = asOf;
        }
        return counted.reclaimable;
    }

    /** All that a count of accounts depends on; the counter knows the policy. */
    private record Asked(Counter counter, LocalDate startsOn, LocalDate endsOn, LocalDate asOf) {}

    /** The latest answers about the accounts of one tenant. */
    private static final class Counted {
        private @Nullable Asked asked;
        private @Nullable Usage usage;
        private @Nullable Reclaiming reclaiming;
        private @Nullable LocalDate reclaimableOn;
        private @Nullable Reclaimable reclaimable;
    }
}
