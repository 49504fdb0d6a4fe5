package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.CountedUser;

/** Tenants as the stored nights saw them, for whoever shows single ones or pages of them. */
public final class TenantViews {
    private static final int TRIES = 3;

    private final JdbcClient sql;
    private final TenantNumbers numbers;
    private final StoredUsers users;

    TenantViews(JdbcClient sql) {
        this.sql = sql;
        this.numbers = new TenantNumbers(sql);
        this.users = new StoredUsers(sql);
    }

    /**
     * Some of the tenants.
     *
     * @param version the same while nothing else would be answered, but for whom the caller may see
     * @param total of all pages
     */
    public record Page(String version, long total, List<SeenTenant> tenants) {}

    /** A tenant of today's facts. */
    public record Known(
            int number, TenantId id, String name, @Nullable String accountManager) {}

    /** Of each vendor those of the latest night. */
    public Page page(TenantQuery query) {
        return whole(() -> {
            CountingRuns runs = CountingRuns.latest(sql);
            if (runs.none()) {
                return Optional.of(new Page("", 0, List.of()));
            }
            int[] found = numbers.page(runs, query);
            List<SeenTenant> tenants = read(runs, found);
            return tenants.size() < found.length
                    ? Optional.empty()
                    : Optional.of(new Page(runs.version(), numbers.total(runs, query), tenants));
        });
    }

    /** Whom the facts know by an id. */
    public Optional<Known> known(TenantId id) {
        return sql.sql("SELECT tenant_no, tenant_id, name, account_manager FROM tenant WHERE tenant_id = ?")
                .param(id.value())
                .query((row, number) ->
                        new Known(row.getInt(1), new TenantId(row.getString(2)), row.getString(3), row.getString(4)))
                .optional();
    }

    /** What the latest night that knows the tenant says of it. */
    public Optional<SeenTenant> latest(Known tenant) {
        return seen(tenant, CountingRuns.latest(sql));
    }

    /** What the night of a date says; none where that date has no night or it did not know the tenant. */
    public Optional<SeenTenant> on(LocalDate asOf, Known tenant) {
        return seen(tenant, CountingRuns.of(asOf, sql));
    }

    /** Whether the results of a date's night were dropped, as the settings ask. */
    public boolean isThinned(LocalDate asOf) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM thinned_night WHERE as_of = ?)")
                .param(asOf)
                .query(Boolean.class)
                .single();
    }

    private Optional<SeenTenant> seen(Known tenant, CountingRuns runs) {
        return runs.none()
                ? Optional.empty()
                : read(runs, new int[] {tenant.number()}).stream().findFirst();
    }

    private List<SeenTenant> read(CountingRuns runs, int[] tenants) {
        List<SeenTenant> seen = new ArrayList<>(tenants.length);
        if (tenants.length > 0) {
            new AssessmentRows(runs.runs(), sql).glance(tenants, (number, outcome) -> {
                CountingRuns.Counting night = Objects.requireNonNull(
                        runs.of(outcome.assessment().tenant().vendor()));
                seen.add(new SeenTenant(number, night.run(), night.asOf(), night.factsAsOf(), outcome));
            });
        }
        return seen;
    }

    /** How many accounts were looked at. */
    public long countUsers(SeenTenant tenant) {
        return users.count(tenant.run(), tenant.number());
    }

    /** Some of the accounts that were looked at, by id. */
    public List<CountedUser> users(SeenTenant tenant, long from, int most) {
        return users.read(tenant.run(), tenant.number(), from, most);
    }

    /** Where the tenant stood on its last nights, the last first. */
    public List<PastPosition> history(Known tenant, int most) {
        Map<Integer, LocalDate> nights = nightsOf(tenant, most);
        if (nights.isEmpty()) {
            return List.of();
        }
        String runs = nights.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Map<Integer, PastPosition> found = new HashMap<>();
        sql.sql("SELECT " + PositionRow.COLUMNS + " FROM assessment WHERE tenant_no = ? AND run_id IN (" + runs + ")")
                .param(tenant.number())
                .query(row -> {
                    int run = row.getInt(1);
                    PositionRow read = PositionRow.of(row);
                    found.put(
                            run,
                            new PastPosition(
                                    Objects.requireNonNull(nights.get(run)), run, read.tenant(), read.position()));
                });
        return nights.keySet().stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Dates by run, the latest first; of two runs of one night that know the tenant the newer one. */
    private Map<Integer, LocalDate> nightsOf(Known tenant, int most) {
        Map<Integer, LocalDate> nights = new LinkedHashMap<>();
        sql.sql("SELECT MAX(n.run_id), n.as_of FROM night n"
                        + " JOIN assessment a ON a.run_id = n.run_id AND a.tenant_no = ? AND a.vendor = n.vendor"
                        + " GROUP BY n.as_of ORDER BY n.as_of DESC LIMIT ?")
                .params(tenant.number(), most)
                .query(row -> {
                    nights.put(row.getInt(1), row.getObject(2, LocalDate.class));
                });
        return nights;
    }

    /** A night that ends meanwhile drops the results that it replaces: then the question is asked again. */
    private static <T> T whole(Supplier<Optional<T>> question) {
        for (int i = 0; i < TRIES; i++) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new NightException("Results vanished while they were read; ask again.");
    }
}
