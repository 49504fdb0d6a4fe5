package org.trueup.batch.night;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

/**
 * The facts of the store as a night of a date would see them, for those who decide without keeping the answers. Safe for
 * use by several threads.
 */
public final class StoredFacts {
    private final Store store;
    private final JdbcClient sql;

    public StoredFacts(Store store, JdbcClient sql) {
        this.store = store;
        this.sql = sql;
    }

    /** Some of the tenants; together the parts are all tenants of one vendor. */
    public static final class Part {
        private final TenantRange range;

        private Part(TenantRange range) {
            this.range = range;
        }
    }

    /** Takes the facts of some hundreds of tenants, and their numbers in the store in the same order. */
    @FunctionalInterface
    public interface Reader {
        void take(List<Integer> numbers, List<TenantFacts> facts);
    }

    /** Cuts the tenants of a vendor into parts that can be read side by side. */
    public List<Part> parts(LocalDate asOf, Vendor vendor) {
        return new TenantRanges(sql, 0, asOf, vendor, TenantRanges.TENANTS_AT_LEAST)
                .partition(0).values().stream()
                        .map(TenantRange::in)
                        .map(Part::new)
                        .toList();
    }

    /** Reads a part, in the order of the tenants' numbers. */
    public void read(Part part, Reader reader) {
        FactReader facts = new FactReader(store, sql);
        try {
            facts.open(part.range.toContext());
            for (TenantBatch batch = facts.read(); batch != null; batch = facts.read()) {
                reader.take(batch.numbers(), batch.facts());
            }
        } catch (SQLException e) {
            throw new NightException("The facts could not be read: " + e.getMessage(), e);
        } finally {
            facts.close();
        }
    }

    /** The facts of one tenant; empty where the store knows none of that id. */
    public Optional<TenantFacts> of(TenantId tenant, LocalDate asOf) {
        return new TenantRows(sql).facts(tenant, EarlierRuns.before(asOf, sql));
    }

    /**
     * What the facts of a date depend on, to compare with what it was before: while it is the same, reading gives the same.
     */
    public Object state(LocalDate asOf) {
        String feed = sql.sql("SELECT COALESCE(MAX(feed_id), 0) FROM feed WHERE status = 'LOADED'")
                .query(String.class)
                .single();
        List<String> nights = sql.sql("SELECT CONCAT(as_of, ' ', vendor, ' ', run_id) FROM night WHERE as_of < ?"
                        + " ORDER BY as_of, vendor")
                .param(asOf)
                .query(String.class)
                .list();
        return List.of(feed, nights);
    }
}
