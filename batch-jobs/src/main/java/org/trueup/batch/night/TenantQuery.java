package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Status;

/**
 * Which tenants of the latest nights to show, and in which order; what is none leaves nobody out.
 *
 * @param sees whom the caller may see at all
 * @param undecided only those without a position; not together with a status
 * @param accountManager under whose name the night has them; the empty name means nobody's
 * @param text how the id, the name or a word of the name begins, upper and lower case alike
 * @param page 0 or more
 * @param size tenants a page, 1 to {@link #MOST}
 */
public record TenantQuery(
        Sees sees,
        @Nullable String vendor,
        @Nullable Status status,
        boolean undecided,
        @Nullable String accountManager,
        @Nullable String text,
        TenantSort sort,
        boolean descending,
        int page,
        int size) {
    /** Tenants a page, at most. */
    public static final int MOST = 500;

    public TenantQuery {
        if (page < 0 || size < 1 || size > MOST) {
            throw new IllegalArgumentException("page " + page + " of " + size + " tenants");
        }
    }

    /** All that somebody may see, by id. */
    public static TenantQuery all(Sees sees, int page, int size) {
        return new TenantQuery(sees, null, null, false, null, null, TenantSort.TENANT_ID, false, page, size);
    }

    /**
     * Whom somebody may see, by what the facts say today; both none means everybody.
     *
     * @param accountManager under whose name the tenants stand
     */
    public record Sees(
            @Nullable String accountManager, @Nullable String tenantId) {
        public static final Sees EVERYBODY = new Sees(null, null);
    }
}
