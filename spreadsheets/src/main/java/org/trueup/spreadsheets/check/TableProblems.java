package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Shadow;
import org.trueup.spreadsheets.analysis.TableAnalysis;
import org.trueup.spreadsheets.analysis.Tie;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.policybook.SheetTable;

/** Says what the analysis of one table found, in sentences. */
final class TableProblems<R, E> {
    private static final int MOST_GAPS = 8;
    private static final int MOST_EXAMPLES = 3;
    private static final int MOST_ROWS_NAMED = 5;

    private final SheetTable table;
    private final Analysed<R, E> sheet;
    private final List<R> rows;
    private final TableAnalysis<E> analysis;
    private final Findings findings;
    private boolean effortTold;

    TableProblems(SheetTable table, Analysed<R, E> sheet, Findings findings) {
        this.table = table;
        this.sheet = sheet;
        this.rows = sheet.rows();
        this.findings = findings;
        this.analysis = new TableAnalysis<>(
                sheet,
                rows.stream().map(sheet::box).toList(),
                (one, other) -> sheet.rank(rows.get(one), rows.get(other)));
    }

    /** Rows that take nothing, that leave to their order who wins, and that never win. */
    void tellRows() {
        for (int row : analysis.impossible()) {
            at(row, Severity.ERROR, impossible(analysis.contradiction(row)));
        }
        List<Tie<E>> ties = analysis.ties();
        ties.forEach(this::tell);
        Set<Integer> told = ties.stream().map(Tie::lower).collect(Collectors.toSet());
        analysis.shadows().stream()
                .filter(shadow -> !told.contains(shadow.row()))
                .forEach(this::tell);
        tellEffort();
    }

    private String impossible(List<Integer> axes) {
        List<String> conditions = axes.stream().map(sheet::condition).toList();
        String what = switch (conditions.size()) {
            case 1 -> "the condition on " + conditions.get(0);
            case 2 -> "the conditions on %s and on %s together".formatted(conditions.get(0), conditions.get(1));
            default -> "all conditions of this row together";
        };
        String which = conditions.size() == 1 ? "it" : "one of them";
        return "nothing can meet " + what + "; change or empty " + which + ", or delete the row";
    }

    /** What no row takes. Only for a table of which all rows could be read: the missing one could be the one that takes it. */
    void tellGaps(String consequence) {
        if (!table.whole()) {
            return;
        }
        Map<String, List<String>> examples = new LinkedHashMap<>();
        for (Gap<E> gap : analysis.gaps()) {
            if (rows.stream().noneMatch(row -> sheet.takes(row, gap.example()))) {
                examples.computeIfAbsent(sheet.about(gap), about -> new ArrayList<>())
                        .add(sheet.said(gap.example()));
            }
        }
        examples.entrySet().stream()
                .limit(MOST_GAPS)
                .forEach(gap -> heading("no row takes " + all(gap.getKey(), gap.getValue()) + consequence
                        + "; add a row for that, or empty a condition of a row"));
        if (examples.size() > MOST_GAPS) {
            heading("there are %d more gaps; close these first".formatted(examples.size() - MOST_GAPS));
        }
        tellEffort();
    }

    private static String all(String about, List<String> examples) {
        String some = examples.stream().distinct().limit(MOST_EXAMPLES).collect(Collectors.joining("; or "));
        return about.isEmpty() ? some : about + ", for example " + some;
    }

    private void tell(Tie<E> tie) {
        R upper = rows.get(tie.upper());
        R lower = rows.get(tie.lower());
        if (!sheet.takes(upper, tie.example()) || !sheet.takes(lower, tie.example())) {
            return;
        }
        String other = "row " + sheet.at(upper).row();
        List<String> different = differences(upper, lower);
        if (tie.same()) {
            String message = different.isEmpty()
                    ? "this row takes and says the same as %s; delete one of the two".formatted(other)
                    : "this row takes the same as %s and says otherwise under %s; delete one of the two, or change its conditions"
                            .formatted(other, String.join(", ", different));
            at(tie.lower(), different.isEmpty() ? Severity.WARNING : Severity.ERROR, message);
        } else if (different.isEmpty()) {
            at(
                    tie.lower(),
                    Severity.INFO,
                    "this row and %s both take %s, and say the same".formatted(other, sheet.said(tie.example())));
        } else {
            at(
                    tie.lower(),
                    Severity.ERROR,
                    ("this row and %s both take %s, and say otherwise under %s; fill one more condition in the row that"
                                    + " is to win")
                            .formatted(other, sheet.said(tie.example()), String.join(", ", different)));
        }
    }

    private List<String> differences(R upper, R lower) {
        Map<String, ?> there = sheet.answers(upper);
        List<String> different = new ArrayList<>();
        sheet.answers(lower).forEach((heading, here) -> {
            if (!Objects.equals(here, there.get(heading))) {
                different.add(heading);
            }
        });
        return different;
    }

    private void tell(Shadow shadow) {
        List<Integer> numbers =
                shadow.by().stream().map(by -> sheet.at(rows.get(by)).row()).toList();
        String named =
                numbers.stream().limit(MOST_ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String more = numbers.size() > MOST_ROWS_NAMED ? " and others" : "";
        at(
                shadow.row(),
                Severity.WARNING,
                "this row never decides anything: all that it takes is taken by %s %s%s first; delete it, or fill more of its conditions"
                        .formatted(numbers.size() == 1 ? "row" : "rows", named, more));
    }

    private void tellEffort() {
        if (!analysis.complete() && !effortTold) {
            effortTold = true;
            heading(
                    "the rows overlap in too many ways to look at all of them, so some gaps and overlaps may not be told;"
                            + " use fewer rows, or conditions that more rows share");
        }
    }

    private void at(int row, Severity severity, String message) {
        SheetRow at = sheet.at(rows.get(row));
        findings.at(at, sheet.column(), severity, message);
    }

    private void heading(String message) {
        findings.at(table, sheet.column(), Severity.WARNING, message);
    }
}
