package org.trueup.batch.night;

import org.springframework.batch.core.step.StepExecution;

/** A range of a night, in words. */
public final class NightRange {
    private NightRange() {}

    /** For example {@code tenants 1 to 900 of the night of 2026-11-21 (run 7)}. */
    public static String words(StepExecution range) {
        TenantRange tenants = TenantRange.in(range.getExecutionContext());
        return "tenants %,d to %,d of the night of %s (run %d)"
                .formatted(tenants.from(), tenants.to() - 1, tenants.asOf(), tenants.run());
    }
}
