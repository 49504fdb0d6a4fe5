package org.trueup.batch.night;

import java.time.LocalDate;
import org.springframework.batch.infrastructure.item.ItemProcessor;
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
        return new DecidedBatch(batch.run(), batch.tenants(), engine.assess(batch.facts(), asOf));
    }
}
