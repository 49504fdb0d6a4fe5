package org.trueup.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.diff.Difference;

/**
 * One thing that differs between two workbooks.
 *
 * @param before none where it is not one cell that changed
 */
record DifferenceLine(
        Word kind,
        String what,
        @Nullable String cell,
        @Nullable String before,
        @Nullable String after) {

    /** By sheet, in the order of the newer workbook. */
    static Map<String, List<DifferenceLine>> bySheet(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(
                        Difference::sheet,
                        LinkedHashMap::new,
                        Collectors.mapping(DifferenceLine::of, Collectors.toList())));
    }

    private static DifferenceLine of(Difference difference) {
        if (difference instanceof Difference.CellChanged change) {
            String where = change.name().isEmpty() ? "" : change.name() + ", " + change.header();
            return new DifferenceLine(
                    new Word("▲ Changed", "CARE"), where, change.cellAfter(), change.before(), change.after());
        }
        String kind = difference.getClass().getSimpleName();
        String words = difference.toString();
        String begin = difference.sheet();
        String what = words.startsWith(begin) ? words.substring(begin.length()).replaceFirst("^[:,] ", "") : words;
        return new DifferenceLine(word(kind), what, null, null, null);
    }

    private static Word word(String kind) {
        if (kind.endsWith("Added")) {
            return new Word("◆ Added", "GOOD");
        }
        return kind.endsWith("Removed") ? new Word("■ Removed", "BAD") : new Word("● Moved or renamed", "NOTE");
    }
}
