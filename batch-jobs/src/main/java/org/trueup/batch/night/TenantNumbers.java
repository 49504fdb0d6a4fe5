package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the tenants of one page, by number. How many there are in all is counted once for a question and night. */
final class TenantNumbers {
    private static final int MOST_KEPT = 500;
    private static final String FROM =
            " FROM tenant t JOIN assessment a" + AssessmentRows.BY_KEY + " ON a.tenant_no = t.tenant_no WHERE ";

    private final JdbcClient sql;
    private final Map<String, Long> totals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KEPT;
        }
    };

    TenantNumbers(JdbcClient sql) {
        this.sql = sql;
    }

    private record Condition(String sql, List<String> parameters) {}

    long total(CountingRuns runs, TenantQuery query) {
        Condition condition = condition(runs, query);
        // whom somebody sees is a matter of today's facts, which change without a night
        if (!query.sees().equals(TenantQuery.Sees.EVERYBODY)) {
            return count(condition);
        }
        String key = condition.sql() + condition.parameters();
        synchronized (totals) {
            Long known = totals.get(key);
            if (known != null) {
                return known;
            }
        }
        long counted = count(condition);
        synchronized (totals) {
            totals.put(key, counted);
        }
        return counted;
    }

    private long count(Condition condition) {
        return sql.sql("SELECT COUNT(*)" + FROM + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    int[] page(CountingRuns runs, TenantQuery query) {
        Condition condition = condition(runs, query);
        return sql
                .sql("SELECT a.tenant_no" + FROM + condition.sql() + " ORDER BY "
                        + query.sort().order(query.descending()) + " LIMIT " + query.size() + " OFFSET "
                        + (long) query.page() * query.size())
                .params(condition.parameters())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Condition condition(CountingRuns runs, TenantQuery query) {
        StringBuilder where = new StringBuilder(runs.condition("a"));
        List<String> parameters = new ArrayList<>();
        equal(where, parameters, "t.account_manager", query.sees().accountManager());
        equal(where, parameters, "t.tenant_id", query.sees().tenantId());
        equal(where, parameters, "a.vendor", query.vendor());
        equal(
                where,
                parameters,
                "a.status",
                query.status() == null ? null : query.status().name());
        equal(where, parameters, "COALESCE(a.account_manager, '')", query.accountManager());
        if (query.undecided()) {
            where.append(" AND NOT a.decided");
        }
        String text = query.text();
        if (text != null && !text.isBlank()) {
            where.append(
                    " AND (LOWER(t.tenant_id) LIKE ? OR LOWER(a.tenant_name) LIKE ? OR LOWER(a.tenant_name) LIKE ?)");
            String begins = literal(text.strip().toLowerCase(Locale.ROOT)) + "%";
            parameters.addAll(List.of(begins, begins, "% " + begins));
        }
        return new Condition(where.toString(), parameters);
    }

    private static void equal(StringBuilder where, List<String> parameters, String expression, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(expression).append(" = ?");
            parameters.add(value);
        }
    }

    /** What LIKE takes for itself. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
