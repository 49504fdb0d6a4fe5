package org.trueup.spreadsheets.check;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.policybook.Problem;

/** Puts problems in the order in which people go through a workbook: by sheet, row and column, the worst first. */
final class ProblemOrder {
    private static final String DIGIT = "(?=\\d)";

    private ProblemOrder() {}

    /** @param tabs the workbook's sheets in their order */
    static Comparator<Problem> of(List<String> tabs) {
        return Comparator.comparing((Problem problem) -> problem.sheet() == null ? -1 : tabs.indexOf(problem.sheet()))
                .thenComparing(problem -> row(problem.cell()))
                .thenComparing(problem -> column(problem.cell()).length())
                .thenComparing(problem -> column(problem.cell()))
                .thenComparing(Problem::severity);
    }

    private static int row(@Nullable String cell) {
        return cell == null ? 0 : Integer.parseInt(cell.split(DIGIT, 2)[1]);
    }

    private static String column(@Nullable String cell) {
        return cell == null ? "" : cell.split(DIGIT, 2)[0];
    }
}
