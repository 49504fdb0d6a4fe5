package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** The row of figures that a reader sees first: how many tenants, how many to act on, how much money. */
final class OverviewTiles {
    private static final float NUMBER_POINTS = 24;

    private final OverviewGrid grid;
    private final List<Tile> tiles = new ArrayList<>();

    /** One figure with what it counts above it and a word on it below. */
    private record Tile(String label, Look look, double number, String word, String note) {
        static Tile of(String label, long number, String note) {
            return new Tile(label, Look.TILE_NUMBER, number, "", note);
        }
    }

    OverviewTiles(OverviewGrid grid) {
        this.grid = grid;
    }

    void write(NightTally night, OverviewTally counted) {
        Tally total = night.total();
        tiles.add(Tile.of("Tenants", total.read(), "%,d not decided".formatted(total.notDecided())));
        tiles.add(Tile.of("To call", counted.calls(), "see " + ActNowTable.SHEET));
        tiles.add(Tile.of("Blocked", total.statuses().getOrDefault(Status.BLOCKED, 0L), "access or adding"));
        tiles.add(Tile.of("In grace", total.statuses().getOrDefault(Status.GRACE, 0L), "blocked afterwards"));
        tiles.add(Tile.of("Violations", violations(total), "findings, not waived"));
        tiles.add(Tile.of(
                "New or worse",
                counted.moved(Movement.NEW) + counted.moved(Movement.WORSENED),
                "%,d cured or better".formatted(counted.moved(Movement.CURED) + counted.moved(Movement.IMPROVED))));
        tiles.add(Tile.of("Terms that end", counted.renewals(), "in %d days".formatted(RenewalsTable.DAYS)));
        tiles.add(money(total));
        RowCells labels = grid.row();
        tiles.forEach(tile -> labels.text(tile.label, Look.TILE_LABEL));
        RowCells numbers = grid.row();
        numbers.height(NUMBER_POINTS);
        tiles.forEach(tile -> {
            if (tile.look == Look.TILE_WORD) {
                numbers.text(tile.word, tile.look);
            } else {
                numbers.number(tile.number, tile.look);
            }
        });
        RowCells notes = grid.row();
        tiles.forEach(tile -> notes.text(tile.note, Look.TILE_NOTE));
    }

    private static long violations(Tally total) {
        return total.findings().values().stream()
                .filter(count -> count.severity() == Severity.VIOLATION)
                .mapToLong(FindingCount::toActOn)
                .sum();
    }

    /** The largest sum; others stand in the list of money. */
    private static Tile money(Tally total) {
        Map.Entry<String, MoneyTotal> largest = null;
        for (Map.Entry<String, MoneyTotal> each : total.money().entrySet()) {
            if (largest == null
                    || each.getValue().trueUp().compareTo(largest.getValue().trueUp()) > 0) {
                largest = each;
            }
        }
        if (largest == null) {
            return new Tile("Money at stake", Look.TILE_WORD, 0, "none", "nobody has a position");
        }
        int others = total.money().size() - 1;
        String note = others == 0
                ? "to true up"
                : "to true up, and %d other %s below".formatted(others, others == 1 ? "currency" : "currencies");
        return new Tile(
                "Money at stake in " + largest.getKey(),
                Look.TILE_MONEY,
                largest.getValue().trueUp().doubleValue(),
                "",
                note);
    }
}
