package org.trueup.batch.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Position;

/**
 * Where a tenant stood on a past night.
 *
 * @param tenant name, vendor and account manager as they were
 * @param position none where that night made none
 */
public record PastPosition(
        LocalDate asOf, int run, Tenant tenant, @Nullable Position position) {}
