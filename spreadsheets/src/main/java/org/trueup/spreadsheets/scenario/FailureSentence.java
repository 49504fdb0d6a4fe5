package org.trueup.spreadsheets.scenario;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;

/** Says of an expectation that was not met what the policy gives instead, and which cells decided it. */
final class FailureSentence {
    private static final int LONGEST = 400;
    private static final int MOST_CELLS = 6;

    private FailureSentence() {}

    static String of(Scenario scenario, Expected expected, Assessment assessment) {
        Answer answer = expected.answer();
        String wanted =
                answer == Answer.NO_FINDINGS ? "expected none of " + expected.said() : "expected " + expected.said();
        return "the scenario \"" + scenario.name() + "\": " + wanted + ", the policy gives "
                + shortened(answer.got(assessment, expected.values())) + reason(expected, assessment)
                + "; correct the row that decides, or what is expected here";
    }

    private static String reason(Expected expected, Assessment assessment) {
        Position position = assessment.position();
        if (position == null) {
            String codes = assessment.findings().stream().map(Finding::code).collect(Collectors.joining(", "));
            return " (nothing could be decided: " + codes + ")";
        }
        String cells = deciding(expected, assessment, position).stream()
                .map(cell -> cell.sheet() + "!" + cell.address())
                .distinct()
                .limit(MOST_CELLS)
                .collect(Collectors.joining(", "));
        return " (" + position.used() + " used of " + position.licensed() + " on the plan " + position.plan()
                + (cells.isEmpty() ? "" : ", decided by " + cells) + ")";
    }

    private static List<Cell> deciding(Expected expected, Assessment assessment, Position position) {
        if (expected.answer() == Answer.NO_FINDINGS) {
            return assessment.findings().stream()
                    .filter(finding -> expected.values().contains(finding.code()))
                    .map(Finding::cell)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return position.cells().stream()
                .filter(cell -> expected.answer().sheets().contains(cell.sheet()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
