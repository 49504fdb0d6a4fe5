package org.trueup.server.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightViews;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.Urgency;

/** The last night as the page shows it. */
record TonightView(
        String asOf,
        @Nullable String facts,
        List<String> older,
        List<Tile> tiles,
        StatusChart byVendor,
        StatusChart byNight,
        List<TaskLine> urgent,
        long toActOn,
        List<TaskLine> changed,
        List<Counted> movements) {
    private static final int SHOWN = 25;

    /** A figure, what it counts, a word on it, and where one reads more; none where there is nowhere. */
    record Tile(
            String label,
            String figure,
            String beside,
            @Nullable String link) {}

    /** A word and how often it holds. */
    record Counted(Word word, String tenants) {}

    static TonightView of(NightViews.Tonight night) {
        return new TonightView(
                Words.day(night.asOf()),
                night.factsAsOf() == null ? null : Words.minute(night.factsAsOf()),
                night.nights().entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(night.asOf()))
                        .map(entry -> entry.getKey() + " of " + Words.day(entry.getValue()))
                        .toList(),
                tiles(night),
                StatusChart.byVendor(night.counts()),
                StatusChart.byNight(night.lastNights()),
                night.urgent().stream().limit(SHOWN).map(TaskLine::of).toList(),
                toActOn(night),
                night.changed().stream().limit(SHOWN).map(TaskLine::of).toList(),
                Arrays.stream(Movement.values())
                        .filter(movement -> night.movements().getOrDefault(movement, 0L) > 0)
                        .map(movement -> new Counted(
                                Word.of(movement),
                                Words.number(night.movements().get(movement))))
                        .toList());
    }

    private static long toActOn(NightViews.Tonight night) {
        return night.ranks().values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Tile> tiles(NightViews.Tonight night) {
        long all = night.counts().stream().mapToLong(count -> count.tenants()).sum();
        long undecided = with(night, null);
        Map<Movement, Long> moved = night.movements();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile("Tenants", Words.number(all), Words.number(undecided) + " not decided", "/tenants"));
        tiles.add(new Tile("To act on", Words.number(toActOn(night)), "listed below", "#act"));
        tiles.add(new Tile(
                "Blocked", Words.number(with(night, Status.BLOCKED)), "access or adding", "/tenants?status=BLOCKED"));
        tiles.add(new Tile(
                "In grace",
                Words.number(with(night, Status.GRACE)),
                "blocked afterwards",
                "/tenants?status=GRACE&sort=grace_ends_on"));
        tiles.add(new Tile(
                "Violations",
                Words.number(night.ranks().getOrDefault(Urgency.Rank.VIOLATION, 0L)),
                "tenants, not waived",
                "#act"));
        tiles.add(new Tile(
                "New or worse",
                Words.number(sum(moved, Movement.NEW, Movement.WORSENED)),
                Words.number(sum(moved, Movement.CURED, Movement.IMPROVED)) + " cured or better",
                "#changed"));
        night.money().stream()
                .filter(sum -> sum.monthly().signum() > 0 || sum.trueUp().signum() > 0)
                .forEach(sum -> tiles.add(money(sum)));
        return tiles;
    }

    private static Tile money(NightViews.Sum sum) {
        return new Tile(
                "To true up in " + sum.currency(),
                whole(sum.trueUp()),
                whole(sum.monthly()) + " a month licensed",
                "/tenants?sort=-true_up_amount");
    }

    /** Cents of sums only make figures wide. */
    private static String whole(BigDecimal amount) {
        return Words.number(amount);
    }

    private static long with(NightViews.Tonight night, @Nullable Status status) {
        return night.counts().stream()
                .filter(count -> count.status() == status)
                .mapToLong(count -> count.tenants())
                .sum();
    }

    private static long sum(Map<Movement, Long> moved, Movement one, Movement other) {
        return moved.getOrDefault(one, 0L) + moved.getOrDefault(other, 0L);
    }
}
