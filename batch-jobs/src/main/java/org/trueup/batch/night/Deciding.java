package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.policy.PolicyEngine;

/** Has a batch of tenants decided. */
class Deciding implements ItemProcessor<TenantBatch, DecidedBatch> {
    private final PolicyEngine engine;
    private final LocalDate asOf;

    Deciding(PolicyEngine engine, LocalDate asOf) {
        this.engine = engine;
        this.asOf = asOf;
    }

    @Override
    public DecidedBatch process(TenantBatch batch) {
        List<Assessment> assessments = engine.assess(batch.facts(), asOf);
        // nobody looks at accounts after this, and a tenant may have a million of them
        batch.tenants().replaceAll(StoredTenant::withoutAccounts);
        return new DecidedBatch(batch.run(), batch.tenants(), assessments);
    }
}
