package org.trueup.spreadsheets.policybook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.sheet.Place;

/** Collects every problem of one workbook, and gives them by sheet, row and column. */
final class Problems {
    /** A workbook with more is no policy, and nobody reads further. */
    static final int MAX = 500;

    private static final Comparator<@Nullable Place> PLACES = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Found> ORDER =
            Comparator.comparingInt(Found::tab).thenComparing(Found::place, PLACES);

    private final String file;
    private final List<String> tabs = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final Set<Problem> told = new HashSet<>();
    private boolean anyError;
    private int leftOut;

    Problems(String file) {
        this.file = file;
    }

    /** Tells the order of the workbook's sheets. */
    void orderBy(List<String> sheets) {
        tabs.addAll(sheets);
    }

    /** Tells a problem; one that was told before, of a cell that is read twice, is told once. */
    void add(@Nullable String sheet, @Nullable Place place, Severity severity, String message) {
        anyError |= severity == Severity.ERROR;
        String cell = place == null ? null : place.toString();
        Problem problem = new Problem(file, sheet, cell, severity, message);
        if (found.size() == MAX) {
            leftOut++;
        } else if (told.add(problem)) {
            int tab = sheet == null ? -1 : tabs.indexOf(sheet);
            found.add(new Found(tab, place, problem));
        }
    }

    boolean anyError() {
        return anyError;
    }

    List<Problem> all() {
        List<Problem> all =
                new ArrayList<>(found.stream().sorted(ORDER).map(Found::problem).toList());
        if (leftOut > 0) {
            String message = "there are " + leftOut + " more problems; correct these first";
            all.add(new Problem(file, null, null, anyError ? Severity.ERROR : Severity.WARNING, message));
        }
        return List.copyOf(all);
    }

    private record Found(int tab, @Nullable Place place, Problem problem) {}
}
