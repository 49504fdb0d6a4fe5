package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.trueup.rules.fact.Vendor;

/** The sheet that a workbook opens with: what the night found, and the way to the other sheets. */
final class OverviewSheet {
    /** In characters, by column. */
    static final List<Integer> WIDTHS = List.of(24, 28, 16, 11, 12, 11, 13, 75);
    /** Where the list of sheets stands, beside the facts. */
    private static final int CONTENTS = 3;

    private final OverviewGrid grid;
    private final BookScope scope;
    private final NightOutcome night;
    private final int rowLimit;

    OverviewSheet(ReportBook book, SXSSFSheet sheet, BookScope scope, NightOutcome night) {
        this.grid = new OverviewGrid(book, sheet, WIDTHS);
        this.scope = scope;
        this.night = night;
        this.rowLimit = book.rowLimit();
    }

    void write(NightTally tally, List<UrgentTenants.Urgent> urgent, List<TableSheet.Extent> contents) {
        grid.title(scope.title());
        grid.row().text("Who is over the limit, why, and which cell of the policy workbook says so.", Look.HELP);
        grid.gap();
        int top = grid.next();
        facts(tally);
        int afterFacts = grid.next();
        grid.goTo(top);
        contents(contents);
        grid.goTo(Math.max(grid.next(), afterFacts));
        OverviewLists lists = new OverviewLists(grid);
        lists.urgent(urgent);
        lists.statuses(tally);
        lists.findings(tally.total());
        lists.money(tally.total());
        grid.end(WIDTHS.size());
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

    private void contents(List<TableSheet.Extent> contents) {
        grid.section("In this workbook", CONTENTS, WIDTHS.size() - 1);
        for (TableSheet.Extent extent : contents) {
            grid.row(CONTENTS)
                    .link(extent.sheet(), Spot.top(extent.sheet()))
                    .skip()
                    .number(extent.rows())
                    .text(extent.rows() == 1 ? "row" : "rows", Look.TEXT)
                    .text(extent.about(), Look.HELP);
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
