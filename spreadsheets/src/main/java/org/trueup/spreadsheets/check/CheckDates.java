package org.trueup.spreadsheets.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trueup.rules.check.CheckTerms;
import org.trueup.spreadsheets.policybook.Severity;

/** The days between rows of one check that differ in their dates only: a check that pauses may be meant to, or not. */
final class CheckDates {
    private final List<CheckTerms> rows;
    private final Findings findings;

    /** @param rows all of one code */
    CheckDates(List<CheckTerms> rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    void tell() {
        Map<Object, List<CheckTerms>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(List.of(row.words(), row.ranges()), first -> new ArrayList<>())
                .add(row));
        alike.values().forEach(this::tell);
    }

    private void tell(List<CheckTerms> alike) {
        List<CheckTerms> sorted = alike.stream()
                .sorted(Comparator.comparing(
                        CheckTerms::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .toList();
        LocalDate covered = null;
        for (CheckTerms row : sorted) {
            if (covered != null && row.from() != null && row.from().isAfter(covered.plusDays(1))) {
                findings.at(
                        row.at(),
                        "From",
                        Severity.INFO,
                        "%s is told to nobody from %s to %s; if that is not meant, type %s"
                                .formatted(
                                        row.code(),
                                        covered.plusDays(1),
                                        row.from().minusDays(1),
                                        covered.plusDays(1)));
            }
            LocalDate until = row.until() == null ? LocalDate.MAX.minusDays(1) : row.until();
            covered = covered == null || until.isAfter(covered) ? until : covered;
        }
    }
}
