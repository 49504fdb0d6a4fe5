package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.trueup.rules.counting.AccountCounting;
import org.trueup.rules.counting.CountingDecision;
import org.trueup.rules.fact.Account;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.AccountProfile;
import org.trueup.rules.terms.PolicyTerms;

/**
 * Which accounts count, decided by Drools once per account profile and policy and remembered: millions of accounts share
 * some dozens of profiles.
 */
final class WhoCounts implements AccountCounting {
    private final KieBase rules;
    private final PolicyTerms policy;
    private final ExemptionAccounts exemptions;
    private final boolean historyMatters;
    private final AtomicReferenceArray<@Nullable CountingDecision> remembered =
            new AtomicReferenceArray<>(AccountProfile.NUMBERS);

    WhoCounts(KieBase rules, PolicyTerms policy) {
        this.rules = rules;
        this.policy = policy;
        this.exemptions = new ExemptionAccounts(policy.exemptions());
        this.historyMatters = policy.counting().stream().anyMatch(row -> row.history() != null);
    }

    @Override
    public CountingDecision whoCounts(Metric metric, Account account, LocalDate day) {
        boolean history = historyMatters && account.hasHistoryOn(day);
        AccountProfile profile = AccountProfile.of(metric, account, day, history);
        CountingDecision known = remembered.get(profile.number());
        if (known == null) {
            known = decide(profile);
            remembered.set(profile.number(), known);
        }
        return known;
    }

    private CountingDecision decide(AccountProfile profile) {
        KieSession session = rules.newKieSession();
        try {
            session.insert(profile);
            policy.counting().forEach(session::insert);
            session.fireAllRules();
            return session.getObjects(new ClassObjectFilter(CountingDecision.class)).stream()
                    .map(CountingDecision.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing was decided for " + profile));
        } finally {
            session.dispose();
        }
    }

    @Override
    public @Nullable CountingDecision exemption(Account account) {
        return exemptions.of(account);
    }
}
