package org.trueup.server.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.TenantQuery;
import org.trueup.batch.night.TenantSort;
import org.trueup.rules.outcome.Status;
import org.trueup.server.problem.Refusal;

/**
 * Which tenants are asked for, as a request words it; what is none or blank leaves nobody out.
 *
 * @param status of {@link Status}, or {@code NOT_DECIDED}; upper and lower case alike
 * @param accountManager under whose name the night has them; {@code -} means nobody's
 * @param q how the id, the name or a word of the name begins
 * @param sort a column of the answer, with {@code -} in front from large to small
 * @param page 0 or more
 * @param size tenants a page
 */
public record TenantFilter(
        @Nullable String vendor,
        @Nullable String status,
        @Nullable String accountManager,
        @Nullable String q,
        @Nullable String sort,
        int page,
        int size) {
    /** Tenants without a position. */
    public static final String NOT_DECIDED = "NOT_DECIDED";

    /** Whose account manager nobody is. */
    public static final String NOBODY = "-";

    TenantQuery query(TenantQuery.Sees sees) {
        if (page < 0) {
            throw Refusal.of("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > TenantQuery.MOST) {
            throw Refusal.of("size", "A page has 1 to " + TenantQuery.MOST + " tenants.");
        }
        boolean undecided = NOT_DECIDED.equalsIgnoreCase(given(status));
        String manager = given(accountManager);
        return new TenantQuery(
                sees,
                given(vendor),
                undecided ? null : statusOf(given(status)),
                undecided,
                NOBODY.equals(manager) ? "" : manager,
                given(q),
                sortOf(given(sort)),
                sort != null && sort.startsWith("-"),
                page,
                size);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Status statusOf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "status",
                        "There is no status \"%s\"; there are %s and %s."
                                .formatted(name, listed(Status.values()), NOT_DECIDED)));
    }

    private static TenantSort sortOf(@Nullable String column) {
        if (column == null) {
            return TenantSort.TENANT_ID;
        }
        String name = column.startsWith("-") ? column.substring(1) : column;
        return Arrays.stream(TenantSort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "sort",
                        "Tenants cannot be sorted by \"%s\", but by %s."
                                .formatted(name, listed(TenantSort.values()).toLowerCase(Locale.ROOT))));
    }

    private static String listed(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}
