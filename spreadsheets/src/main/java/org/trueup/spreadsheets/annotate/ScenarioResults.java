package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trueup.spreadsheets.parts.SheetCells;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.policybook.CheckMarks;
import org.trueup.spreadsheets.scenario.ScenarioOutcome;
import org.trueup.spreadsheets.scenario.ScenarioOutcome.Expectation;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;

/** Two columns to the right of a sheet of scenarios: passed or failed, and what the policy gave. */
final class ScenarioResults {
    private static final String RESULT = CheckMarks.PREFIX + "result";
    private static final String GOT = CheckMarks.PREFIX + "got";

    private final WorkbookPackage parts;
    private final Tabs tabs;
    private final Styles styles;

    ScenarioResults(WorkbookPackage parts, Tabs tabs, Styles styles) {
        this.parts = parts;
        this.tabs = tabs;
        this.styles = styles;
    }

    void write(List<ScenarioOutcome> outcomes) throws IOException {
        var bySheet = outcomes.stream().collect(Collectors.groupingBy(ScenarioOutcome::sheet));
        for (String sheet : bySheet.keySet()) {
            Optional<String> part = tabs.part(sheet);
            if (part.isPresent()) {
                write(parts.root(part.get()), bySheet.get(sheet));
            }
        }
    }

    private void write(Element worksheet, List<ScenarioOutcome> outcomes) {
        SheetCells cells = new SheetCells(worksheet);
        int header = outcomes.stream().mapToInt(ScenarioOutcome::row).min().orElseThrow() - 1;
        while (header > 1 && cells.lastColumn(header) < 0) {
            header--;
        }
        int column = 1 + cells.lastColumn(Math.max(1, header));
        if (header >= 1) {
            cells.write(new Place(column, header), RESULT, styles.look(Look.HEADER));
            cells.write(new Place(column + 1, header), GOT, styles.look(Look.HEADER));
        }
        // rows keep their height, and nothing stands beside these cells
        int text = styles.look(Look.LINE);
        int failed = styles.filled(text, Fill.ERROR);
        for (ScenarioOutcome outcome : outcomes) {
            boolean passed = outcome.passed();
            cells.write(new Place(column, outcome.row()), passed ? "passed" : "failed", passed ? text : failed);
            cells.write(new Place(column + 1, outcome.row()), got(outcome), passed ? text : failed);
        }
        ColumnWidths.widen(worksheet, column, 18);
        ColumnWidths.widen(worksheet, column + 1, 60);
    }

    private static String got(ScenarioOutcome outcome) {
        return outcome.expectations().stream().map(ScenarioResults::got).collect(Collectors.joining("; "));
    }

    private static String got(Expectation expectation) {
        String got = expectation.column() + ": " + expectation.got();
        return expectation.met() ? got : got + " instead of " + expectation.expected();
    }
}
