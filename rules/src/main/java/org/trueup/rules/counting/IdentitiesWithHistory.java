package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/** Agent identities that hold data (A7). */
record IdentitiesWithHistory(AccountCounting accounts) implements Counter {
    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        throw new UnsupportedOperationException("not yet");
    }
}
