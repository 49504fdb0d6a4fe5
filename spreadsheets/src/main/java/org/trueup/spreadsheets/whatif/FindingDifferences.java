package org.trueup.spreadsheets.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;

/** Tells which findings come, go or are told otherwise. Where a cell stands makes no difference. */
final class FindingDifferences {
    private static final Comparator<FindingChange> ORDER =
            Comparator.comparing(FindingChange::code).thenComparing(FindingChange::kind);

    private FindingDifferences() {}

    static List<FindingChange> of(List<Finding> before, List<Finding> after) {
        List<Finding> gone = new ArrayList<>(before);
        List<Finding> come = new ArrayList<>();
        for (Finding finding : after) {
            if (!removeFirst(gone, other -> alike(other, finding))) {
                come.add(finding);
            }
        }
        List<FindingChange> changes = new ArrayList<>();
        for (Finding finding : come) {
            boolean both = removeFirst(gone, other -> other.code().equals(finding.code()));
            changes.add(change(both ? FindingChange.Kind.OTHERWISE : FindingChange.Kind.NEW, finding));
        }
        gone.forEach(finding -> changes.add(change(FindingChange.Kind.GONE, finding)));
        changes.sort(ORDER);
        return List.copyOf(changes);
    }

    private static boolean alike(Finding one, Finding other) {
        return one.code().equals(other.code())
                && one.severity() == other.severity()
                && one.message().equals(other.message())
                && Objects.equals(one.waivedUntil(), other.waivedUntil());
    }

    private static boolean removeFirst(List<Finding> findings, Predicate<Finding> which) {
        for (int i = 0; i < findings.size(); i++) {
            if (which.test(findings.get(i))) {
                findings.remove(i);
                return true;
            }
        }
        return false;
    }

    private static String words(Finding finding) {
        return finding.message() + (finding.waived() ? " (waived until " + finding.waivedUntil() + ")" : "");
    }

    private static FindingChange change(FindingChange.Kind kind, Finding finding) {
        Cell cell = finding.cell();
        return new FindingChange(
                kind, finding.code(), finding.severity(), words(finding), cell == null ? null : cell.toString());
    }
}
