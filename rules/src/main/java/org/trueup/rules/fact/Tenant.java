package org.trueup.rules.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer of one vendor.
 *
 * @param storedHistoryDays days of data that the vendor holds for the tenant, at least 0
 */
public record Tenant(
        TenantId id,
        String name,
        Vendor vendor,
        @Nullable String accountManager,
        @Nullable String accountManagerEmail,
        @Nullable LocalDate signedUpOn,
        boolean nonprofit,
        @Nullable Integer storedHistoryDays) {
    public Tenant {
        if (storedHistoryDays != null && storedHistoryDays < 0) {
            throw new IllegalArgumentException("stored history is at least 0 days");
        }
    }
}
