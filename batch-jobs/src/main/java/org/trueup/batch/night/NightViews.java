package org.trueup.batch.night;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Movement;
import org.trueup.spreadsheets.report.NightOutcome.Selection;
import org.trueup.spreadsheets.report.NightOutcome.StatusCount;
import org.trueup.spreadsheets.report.Urgency;

/** The last nights as a whole, for whoever shows how things stand tonight. Safe for use by several threads. */
public final class NightViews {
    private final JdbcClient sql;
    private final NightTallies tallies;
    private @Nullable NightDigest digest;

    NightViews(JdbcClient sql, NightTallies tallies) {
        this.sql = sql;
        this.tallies = tallies;
    }

    /**
     * How things stand after the last nights, for a selection of tenants.
     *
     * @param asOf the latest night
     * @param nights by vendor the latest night that counts, which may be an earlier one
     * @param factsAsOf when the newest file of the latest night's feed was written; none without a feed
     * @param version the same while nothing else would be answered
     * @param lastNights tenants by night, vendor and status, up to the latest: 30 nights at most
     * @param movements how many tenants' matters moved, by way; without those who have nothing to act on
     * @param ranks how many tenants ask for action, by rank
     * @param money by currency
     * @param urgent the most urgent tenants first, at most 100
     * @param changed whose matter changed since the night before, the new ones first, at most 100
     */
    public record Tonight(
            LocalDate asOf,
            SortedMap<Vendor, LocalDate> nights,
            @Nullable Instant factsAsOf,
            String version,
            List<StatusCount> lastNights,
            Map<Movement, Long> movements,
            Map<Urgency.Rank, Long> ranks,
            List<Sum> money,
            List<TenantLine> urgent,
            List<TenantLine> changed) {

        /** What the latest night counted. */
        public List<StatusCount> counts() {
            return lastNights.stream()
                    .filter(count -> count.asOf().equals(asOf))
                    .toList();
        }
    }

    /**
     * What tenants come to in one currency.
     *
     * @param monthly the sum of the monthly amounts that are known
     * @param trueUp the sum of the true-up amounts that are known
     */
    public record Sum(String currency, BigDecimal monthly, BigDecimal trueUp) {}

    /** The account managers who have tenants in the latest night, by name. */
    public List<String> accountManagers() {
        return sql.sql("SELECT DISTINCT account_manager FROM night_tally"
                        + " WHERE run_id = (SELECT MAX(run_id) FROM night WHERE as_of = (SELECT MAX(as_of) FROM night))"
                        + " AND account_manager <> '' ORDER BY account_manager")
                .query(String.class)
                .list();
    }

    /** None in a store without nights. The first question after a night takes a while, later ones do not. */
    public Optional<Tonight> tonight(Selection selection) {
        CountingRuns runs = CountingRuns.latest(sql);
        return runs.runs().keySet().stream()
                .map(runs::of)
                .max((one, other) -> one.asOf().equals(other.asOf())
                        ? Integer.compare(one.run(), other.run())
                        : one.asOf().compareTo(other.asOf()))
                .map(last -> tonight(selection, last, digestOf(runs)));
    }

    private Tonight tonight(Selection selection, CountingRuns.Counting last, NightDigest now) {
        SortedMap<LocalDate, Integer> nights = tallies.keptFor(last.run());
        nights.put(last.asOf(), last.run());
        SortedMap<Vendor, LocalDate> dates = new TreeMap<>();
        CountingRuns runs = now.runs();
        runs.runs().keySet().forEach(vendor -> {
            CountingRuns.Counting counting = runs.of(vendor);
            if (counting != null) {
                dates.put(vendor, counting.asOf());
            }
        });
        return new Tonight(
                last.asOf(),
                dates,
                last.factsAsOf(),
                runs.version(),
                tallies.counted(nights, selection),
                now.movements(selection),
                now.ranks(selection),
                now.money().of(selection),
                now.urgent(selection),
                now.changed(selection));
    }

    /** One thread looks through a new night, the others wait for what it finds. */
    private synchronized NightDigest digestOf(CountingRuns runs) {
        NightDigest known = digest;
        if (known == null || !known.runs().version().equals(runs.version())) {
            known = NightDigest.of(runs, sql);
            digest = known;
        }
        return known;
    }
}
