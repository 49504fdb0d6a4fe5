package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** The sheet that a what-if opens with: what was compared, how much changes, and the way to the other sheets. */
final class WhatIfSummarySheet {
    static final String SHEET = "Summary";
    /** In characters, by column. */
    static final List<Integer> WIDTHS = List.of(30, 26, 15, 15, 15, 15, 15, 15, 15);
    /** Where the list of sheets stands, beside the facts. */
    private static final int CONTENTS = 3;

    private final OverviewGrid grid;
    private final WhatIfOutcome outcome;

    WhatIfSummarySheet(ReportBook book, XSSFSheet sheet, WhatIfOutcome outcome) {
        this.grid = new OverviewGrid(book, sheet, WIDTHS);
        this.outcome = outcome;
    }

    void write(String title, List<LargestChanges.Large> largest, List<TableSheet.Extent> contents) {
        WhatIfTally tally = outcome.tally();
        grid.title(title);
        grid.row()
                .text(
                        "Every tenant of the vendor, decided by the published policy and by the draft. Nothing was stored.",
                        Look.HELP);
        grid.gap();
        int top = grid.next();
        facts(tally);
        int afterFacts = grid.next();
        grid.goTo(top);
        contents(contents);
        grid.goTo(Math.max(grid.next(), afterFacts));
        WhatIfLists lists = new WhatIfLists(grid);
        lists.statuses(tally);
        lists.money(tally);
        lists.findings(tally);
        lists.gaps(tally);
        lists.largest(largest);
        grid.end(WIDTHS.size());
    }

    private void facts(WhatIfTally tally) {
        grid.section("What was compared", 0, 1);
        grid.row().text("As of", Look.LABEL).date(outcome.asOf());
        grid.row().text("Published policy", Look.LABEL).text(published());
        outcome.published()
                .ifPresent(version -> grid.row()
                        .text("Its note", Look.LABEL)
                        .text(version.note().isEmpty() ? null : version.note()));
        grid.row().text("Tenants compared", Look.LABEL).number(tally.compared(), Look.FACT);
        grid.row().text("Tenants that change", Look.LABEL).number(tally.changed(), Look.FACT);
        grid.row().text("Tenants that don't", Look.LABEL).number(tally.compared() - tally.changed(), Look.FACT);
        grid.row().text("… that get a position", Look.LABEL).number(moves(tally, true), Look.FACT);
        grid.row().text("… that lose theirs", Look.LABEL).number(moves(tally, false), Look.FACT);
    }

    private String published() {
        return outcome.published()
                .map(version -> "version " + version.version() + since(version))
                .orElse("none yet");
    }

    private static String since(WhatIfOutcome.Published version) {
        // shipped policies are in force from the beginning of time
        return version.effectiveOn().getYear() < 1900 ? "" : ", from " + version.effectiveOn();
    }

    private static long moves(WhatIfTally tally, boolean gained) {
        return tally.moves().entrySet().stream()
                .filter(entry -> entry.getKey().changesStatus()
                        && (gained ? entry.getKey().from() : entry.getKey().to()) == null)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void contents(List<TableSheet.Extent> contents) {
        grid.section("In this workbook", CONTENTS, WIDTHS.size() - 1);
        for (TableSheet.Extent extent : contents) {
            grid.row(CONTENTS)
                    .link(extent.sheet(), Spot.top(extent.sheet()))
                    .skip()
                    .number(extent.rows())
                    .text(extent.rows() == 1 ? "row" : "rows", Look.TEXT);
        }
    }
}
