package org.trueup.batch.night;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Movement;
import org.trueup.spreadsheets.report.NightOutcome.Selection;
import org.trueup.spreadsheets.report.Offer;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.Urgency;

/**
 * Whom the latest nights ask people to look at, and whose matter changed: gathered in one pass over those that can be
 * among them, for everybody and for each vendor and account manager, the first some of each.
 */
final class NightDigest {
    /** More than anybody reads at once. */
    static final int MOST = 100;

    private static final int A_BLOCK = 250;

    /** Who has, or had, anything to act on; all others are neither urgent nor changed. */
    private static final String CANDIDATES = "SELECT a.tenant_no FROM assessment a WHERE %s AND (NOT a.decided"
            + " OR a.status NOT IN ('COMPLIANT', 'AT_LIMIT') OR a.concern IS NOT NULL"
            + " OR a.night_before IS NOT NULL AND a.night_before NOT RLIKE '^[^\\t]*\\t(COMPLIANT|AT_LIMIT|)\\t[^\\n]*\\t\\t\\n'"
            + " OR a.metric = 'monthly-credits' AND EXISTS (SELECT 1 FROM finding f WHERE f.run_id = a.run_id"
            + " AND f.tenant_no = a.tenant_no AND f.code = 'CREDITS_RUNNING_OUT'))";

    private static final Comparator<TenantLine> BY_ID =
            Comparator.comparing(line -> line.tenant().id());
    private static final Comparator<TenantLine> BY_URGENCY = Comparator.comparing(
                    (TenantLine line) -> Objects.requireNonNull(line.urgency()))
            .thenComparing(BY_ID);
    private static final Comparator<TenantLine> BY_MOVEMENT = Comparator.comparing(TenantLine::movement)
            .thenComparing(TenantLine::urgency, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BY_ID);

    private final CountingRuns runs;
    private final NightMoney money;
    private final Map<Selection, Part> parts = new HashMap<>();

    private NightDigest(CountingRuns runs, NightMoney money) {
        this.runs = runs;
        this.money = money;
    }

    private static final class Part {
        private final First urgent = new First(BY_URGENCY);
        private final First changed = new First(BY_MOVEMENT);
        private final Map<Movement, Long> movements = new EnumMap<>(Movement.class);
        private final Map<Urgency.Rank, Long> ranks = new EnumMap<>(Urgency.Rank.class);
    }

    /** The first some of many. */
    private static final class First {
        private final Comparator<TenantLine> order;
        private final PriorityQueue<TenantLine> kept;

        First(Comparator<TenantLine> order) {
            this.order = order;
            this.kept = new PriorityQueue<>(order.reversed());
        }

        void add(TenantLine line) {
            kept.add(line);
            if (kept.size() > MOST) {
                kept.remove();
            }
        }

        List<TenantLine> list() {
            return kept.stream().sorted(order).toList();
        }
    }

    static NightDigest of(CountingRuns runs, JdbcClient sql) {
        NightDigest digest = new NightDigest(runs, NightMoney.of(runs, sql));
        if (!runs.none()) {
            List<Integer> candidates = sql.sql(CANDIDATES.formatted(runs.condition("a")))
                    .query(Integer.class)
                    .list();
            AssessmentRows rows = new AssessmentRows(runs.runs(), sql);
            for (int from = 0; from < candidates.size(); from += A_BLOCK) {
                int[] block = candidates.subList(from, Math.min(candidates.size(), from + A_BLOCK)).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                rows.glance(block, (number, outcome) -> digest.add(outcome));
            }
        }
        return digest;
    }

    private void add(TenantOutcome outcome) {
        Assessment assessment = outcome.assessment();
        Vendor vendor = assessment.tenant().vendor();
        TenantLine line = new TenantLine(
                assessment.tenant(),
                assessment.position(),
                outcome.movement(),
                outcome.before(),
                outcome.nightsUnchanged(),
                Urgency.of(assessment, Objects.requireNonNull(runs.of(vendor)).asOf()),
                Offer.of(assessment));
        String manager = Objects.requireNonNullElse(assessment.tenant().accountManager(), "");
        add(new Selection.Everyone(), line);
        add(new Selection.OfVendor(vendor), line);
        add(new Selection.OfAccountManager(manager), line);
    }

    private void add(Selection selection, TenantLine line) {
        Part part = parts.computeIfAbsent(selection, key -> new Part());
        Urgency urgency = line.urgency();
        if (urgency != null) {
            part.urgent.add(line);
            part.ranks.merge(urgency.rank(), 1L, Long::sum);
        }
        Movement movement = line.movement();
        if (movement != Movement.NONE) {
            part.movements.merge(movement, 1L, Long::sum);
            if (movement != Movement.UNCHANGED) {
                part.changed.add(line);
            }
        }
    }

    CountingRuns runs() {
        return runs;
    }

    NightMoney money() {
        return money;
    }

    List<TenantLine> urgent(Selection selection) {
        Part part = parts.get(selection);
        return part == null ? List.of() : part.urgent.list();
    }

    List<TenantLine> changed(Selection selection) {
        Part part = parts.get(selection);
        return part == null ? List.of() : part.changed.list();
    }

    Map<Movement, Long> movements(Selection selection) {
        Part part = parts.get(selection);
        return part == null ? Map.of() : Map.copyOf(part.movements);
    }

    Map<Urgency.Rank, Long> ranks(Selection selection) {
        Part part = parts.get(selection);
        return part == null ? Map.of() : Map.copyOf(part.ranks);
    }
}
