package org.trueup.batch.night;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.report.TenantOutcome;

/**
 * A tenant as a stored night saw it.
 *
 * @param number the tenant's, in the store
 * @param run the one that counts; the same run always says the same
 * @param factsAsOf when the newest file of the feed was written whose facts were decided (L9); none without a feed
 * @param outcome without its users, who may be many: {@link TenantViews#users} reads them
 */
public record SeenTenant(
        int number, int run, LocalDate asOf, @Nullable Instant factsAsOf, TenantOutcome outcome) {}
