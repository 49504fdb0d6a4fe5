package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.trueup.rules.fact.Vendor;

/** The sheet that a workbook opens with: what the night found, whom to call, and the way to the other sheets. */
final class OverviewSheet {
    /** In characters, by column. */
    static final List<Integer> WIDTHS = List.of(30, 32, 15, 15, 15, 15, 15, 62);
    /** Where the list of sheets stands, beside the facts. */
    private static final int CONTENTS = 3;

    private final OverviewGrid grid;
    private final BookScope scope;
    private final NightOutcome night;
    private final int rowLimit;
    private final OverviewCharts charts;

    OverviewSheet(ReportBook book, XSSFSheet sheet, BookScope scope, NightOutcome night, int rowLimit) {
        this.grid = new OverviewGrid(book, sheet, WIDTHS);
        this.scope = scope;
        this.night = night;
        this.rowLimit = rowLimit;
        this.charts = new OverviewCharts(sheet);
    }

    void write(NightTally tally, OverviewTally counted, List<TableSheet.Extent> contents) {
        grid.title(scope.title());
        grid.row().text(help(), Look.HELP);
        grid.gap();
        new OverviewTiles(grid).write(tally, counted);
        OverviewLists lists = new OverviewLists(grid);
        lists.calls(counted.firstCalls(), counted.calls());
        grid.gap();
        int top = grid.next();
        facts(tally);
        int afterFacts = grid.next();
        grid.goTo(top);
        contents(contents);
        grid.goTo(Math.max(grid.next(), afterFacts));
        grid.gap();
        int chartsAt = grid.next();
        grid.breakPage();
        grid.goTo(chartsAt + OverviewCharts.ROWS);
        OverviewLists.Extent statuses = lists.statuses(tally);
        List<NightOutcome.StatusCount> nights = night.lastNights(scope.selection());
        OverviewLists.Extent last = lists.nights(nights);
        lists.findings(tally.total());
        lists.money(tally.total());
        charts.statuses(chartsAt, statuses);
        charts.nights(chartsAt, last);
        grid.end(WIDTHS.size());
    }

    private String help() {
        return night.preview()
                ? "What the policies in force on this date would say of today's facts. Nothing of it is stored."
                : "Whom to call, why, and what to offer; and which cell of the policy workbook says so.";
    }

    private void facts(NightTally tally) {
        Tally total = tally.total();
        grid.section("This night", 0, 1);
        grid.row().text("As of", Look.LABEL).date(night.asOf());
        night.feed()
                .ifPresent(feed ->
                        grid.row().text("Facts as of feed of", Look.LABEL).time(feed.newestFileAt()));
        policies(tally.vendors());
        grid.row().text("Tenants read", Look.LABEL).number(total.read(), Look.FACT);
        grid.row().text("= decided", Look.LABEL).number(total.decided(), Look.FACT);
        grid.row().text("+ not decided", Look.LABEL).number(total.notDecided(), Look.FACT);
        if (scope.ofVendor()) {
            night.feed().ifPresent(this::lines);
        }
    }

    private void lines(NightOutcome.FeedSummary feed) {
        long rejected = feed.files().stream()
                .mapToLong(NightOutcome.FileCount::rejected)
                .sum();
        grid.row().text("Feed lines rejected", Look.LABEL).number(rejected, Look.FACT);
    }

    private void policies(SortedMap<Vendor, Tally> vendors) {
        Map<Vendor, Integer> versions = night.policyVersions();
        for (Vendor vendor : vendors.keySet()) {
            String version = versions.containsKey(vendor) ? "version " + versions.get(vendor) : "none yet";
            grid.row().text("Policy of " + vendor, Look.LABEL).text(version);
        }
    }

    /** The rest stands above the table itself. */
    private static String firstSentence(String help) {
        int end = help.indexOf(". ");
        return end < 0 ? help : help.substring(0, end + 1);
    }

    private void contents(List<TableSheet.Extent> contents) {
        grid.section("In this workbook", CONTENTS, WIDTHS.size() - 1);
        for (TableSheet.Extent extent : contents) {
            grid.row(CONTENTS)
                    .link(extent.sheet(), Spot.top(extent.sheet()))
                    .number(extent.rows())
                    .text(extent.rows() == 1 ? "row" : "rows", Look.TEXT)
                    .text(firstSentence(extent.about()), Look.HELP);
        }
        if (contents.stream().anyMatch(TableSheet.Extent::continuation)) {
            grid.row(CONTENTS)
                    .text(
                            "A sheet holds %,d rows at most: what is more goes on on the sheets with a number."
                                    .formatted(rowLimit),
                            Look.LABEL);
        }
    }
}
