package org.trueup.spreadsheets.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.spreadsheets.policybook.PolicyRow;

/**
 * Tells in which cells the rows that decided one tenant differ between two versions. A row that merely moved is the same
 * row; a row that was edited differs in the cells that were edited.
 */
record RowDifferences(PolicyRows before, PolicyRows after) {

    RowChanges of(List<Cell> decidedBefore, List<Cell> decidedAfter) {
        List<PolicyRow> gone = only(rows(decidedBefore, before), rows(decidedAfter, after));
        List<PolicyRow> come = only(rows(decidedAfter, after), rows(decidedBefore, before));
        if (gone.isEmpty() && come.isEmpty()) {
            return new RowChanges("", Cell.listed(decidedBefore), Cell.listed(decidedAfter));
        }
        Telling telling = new Telling();
        for (PolicyRow row : come) {
            PolicyRow edited = editedFrom(row, gone);
            PolicyRow inPlace = edited == null ? editedInPlace(row, before, after) : null;
            if (edited != null) {
                gone.remove(edited);
                telling.edited(edited, row, "");
            } else if (inPlace != null) {
                telling.edited(inPlace, row, ", so that the row decides now");
            } else {
                telling.decidesNow(row);
            }
        }
        for (PolicyRow row : gone) {
            PolicyRow inPlace = editedInPlace(row, after, before);
            if (inPlace != null) {
                telling.edited(row, inPlace, ", so that the row decides no more");
            } else {
                telling.decidesNoMore(row, after.sameAs(row).isEmpty());
            }
        }
        return telling.changes();
    }

    /** What a row is in the other version, where it stands in the same place and either is known to its own version alone. */
    private static @Nullable PolicyRow editedInPlace(PolicyRow row, PolicyRows other, PolicyRows own) {
        PolicyRow there = other.at(Telling.first(row));
        boolean edited = there != null
                && other.sameAs(row).isEmpty()
                && own.sameAs(there).isEmpty();
        return edited ? there : null;
    }

    private static List<PolicyRow> rows(List<Cell> cells, PolicyRows of) {
        return cells.stream().map(of::at).filter(Objects::nonNull).toList();
    }

    private static List<PolicyRow> only(List<PolicyRow> these, List<PolicyRow> others) {
        List<PolicyRow> only = new ArrayList<>(these);
        only.removeIf(row -> others.stream().anyMatch(row::says));
        return only;
    }

    /** Both rows must be known to one version alone, else another row took over and none was edited. */
    private @Nullable PolicyRow editedFrom(PolicyRow row, List<PolicyRow> gone) {
        if (before.sameAs(row).isPresent()) {
            return null;
        }
        PolicyRow nearest = null;
        for (PolicyRow candidate : gone) {
            boolean edited = candidate.at().sheet().equals(row.at().sheet())
                    && after.sameAs(candidate).isEmpty();
            if (edited && (nearest == null || candidate.at().row() == row.at().row())) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Words and cells, as they come. */
    private static final class Telling {
        /** As a comparison of two workbooks calls it. */
        private static final String EMPTY = "empty";

        private final List<String> words = new ArrayList<>();
        private final List<Cell> oldCells = new ArrayList<>();
        private final List<Cell> newCells = new ArrayList<>();

        void edited(PolicyRow old, PolicyRow row, String consequence) {
            List<String> changes = new ArrayList<>();
            Set<String> headers = new LinkedHashSet<>(old.cells().keySet());
            headers.addAll(row.cells().keySet());
            for (String header : headers) {
                String was = old.cells().getOrDefault(header, EMPTY);
                String is = row.cells().getOrDefault(header, EMPTY);
                if (!was.equals(is)) {
                    Cell oldCell = old.at().cell(header);
                    Cell newCell = row.at().cell(header);
                    oldCells.add(oldCell);
                    newCells.add(newCell);
                    String moved =
                            oldCell.address().equals(newCell.address()) ? "" : " (was " + oldCell.address() + ")";
                    changes.add(
                            newCell.sheet() + " " + newCell.address() + moved + ": " + header + " " + was + " → " + is);
                }
            }
            words.add(String.join("; ", changes) + consequence);
        }

        void decidesNow(PolicyRow row) {
            newCells.add(first(row));
            words.add(row.at().sheet() + " row " + row.at().row() + " decides now");
        }

        void decidesNoMore(PolicyRow row, boolean changed) {
            oldCells.add(first(row));
            String what = changed ? " was edited or removed" : " decides no more";
            words.add(row.at().sheet() + " row " + row.at().row() + what);
        }

        private static Cell first(PolicyRow row) {
            return row.at().cell(row.cells().keySet().iterator().next());
        }

        RowChanges changes() {
            return new RowChanges(String.join("; ", words), Cell.listed(oldCells), Cell.listed(newCells));
        }
    }
}
