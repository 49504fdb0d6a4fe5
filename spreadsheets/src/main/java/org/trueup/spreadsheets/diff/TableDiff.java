package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.diff.Difference.CellChanged;
import org.trueup.spreadsheets.diff.Difference.ColumnAdded;
import org.trueup.spreadsheets.diff.Difference.ColumnRemoved;
import org.trueup.spreadsheets.diff.Difference.ColumnRenamed;
import org.trueup.spreadsheets.diff.Difference.FilledCell;
import org.trueup.spreadsheets.diff.Difference.RowAdded;
import org.trueup.spreadsheets.diff.Difference.RowMoved;
import org.trueup.spreadsheets.diff.Difference.RowRemoved;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.Place;
import org.trueup.spreadsheets.sheet.SheetContent.Row;

/** Compares two tables of one sheet: columns first, then rows that are gone, then the others from top to bottom. */
final class TableDiff {
    private final String sheet;
    private final RowName name;
    private final SheetTable before;
    private final SheetTable after;
    private final List<ColumnPair> columns;
    private final List<Difference> found = new ArrayList<>();

    private TableDiff(String sheet, RowName name, SheetTable before, SheetTable after) {
        this.sheet = sheet;
        this.name = name;
        this.before = before;
        this.after = after;
        this.columns = ColumnMatching.of(before, after);
    }

    static List<Difference> of(String sheet, RowName name, SheetTable before, SheetTable after) {
        TableDiff diff = new TableDiff(sheet, name, before, after);
        diff.columns.forEach(diff::compareHeadings);
        diff.compareRows();
        return diff.found;
    }

    private void compareHeadings(ColumnPair pair) {
        Heading old = pair.before();
        Heading now = pair.after();
        if (!pair.named()) {
            return;
        }
        if (old == null && now != null) {
            found.add(new ColumnAdded(sheet, now.title(), headerCell(now, after)));
        } else if (now == null && old != null) {
            found.add(new ColumnRemoved(sheet, old.title(), headerCell(old, before)));
        } else if (old != null && now != null && !old.key().equals(now.key())) {
            found.add(new ColumnRenamed(sheet, old.title(), now.title(), headerCell(now, after)));
        }
    }

    private static String headerCell(Heading heading, SheetTable table) {
        return new Place(heading.column(), table.headerRow()).toString();
    }

    private void compareRows() {
        List<Line> old =
                lines(before.rows(), columns.stream().map(ColumnPair::before).toList());
        List<Line> now =
                lines(after.rows(), columns.stream().map(ColumnPair::after).toList());
        Map<Integer, Integer> partners = RowMatching.of(old, now, name.key(columns), name.emptyKeyCounts());
        removed(old, partners.values());
        Set<Integer> moved = Moves.of(partners);
        for (int at = 0; at < now.size(); at++) {
            Line line = now.get(at);
            Integer partner = partners.get(at);
            if (partner == null) {
                found.add(new RowAdded(sheet, name.of(line, columns), line.row(), filled(line)));
            } else {
                Line was = old.get(partner);
                if (moved.contains(at)) {
                    found.add(new RowMoved(sheet, name.of(was, columns), was.row(), line.row()));
                }
                compareCells(was, line);
            }
        }
    }

    private List<Line> lines(List<Row> rows, List<? extends @Nullable Heading> headings) {
        return rows.stream().map(row -> line(row, headings)).toList();
    }

    private Line line(Row row, List<? extends @Nullable Heading> headings) {
        return new Line(
                row.number(),
                IntStream.range(0, headings.size())
                        .mapToObj(at -> {
                            Heading heading = headings.get(at);
                            CellValue cell =
                                    heading == null ? null : row.cells().get(heading.column());
                            return Typed.of(cell, columns.get(at).percent());
                        })
                        .toList());
    }

    private void removed(List<Line> old, Collection<Integer> partners) {
        Set<Integer> stayed = Set.copyOf(partners);
        for (int at = 0; at < old.size(); at++) {
            if (!stayed.contains(at)) {
                Line line = old.get(at);
                found.add(new RowRemoved(sheet, name.of(line, columns), line.row(), filled(line)));
            }
        }
    }

    private List<FilledCell> filled(Line line) {
        return IntStream.range(0, columns.size())
                .filter(at -> !line.cells().get(at).blank())
                .mapToObj(at -> new FilledCell(
                        columns.get(at).title(), line.cells().get(at).spoken()))
                .toList();
    }

    private void compareCells(Line was, Line now) {
        for (int at = 0; at < columns.size(); at++) {
            Typed old = was.cells().get(at);
            Typed typed = now.cells().get(at);
            if (!old.value().equals(typed.value())) {
                ColumnPair pair = columns.get(at);
                found.add(new CellChanged(
                        sheet,
                        before.headerRow() == 0 ? "" : name.of(was, columns),
                        pair.named() ? pair.title() : "",
                        old.spoken(),
                        typed.spoken(),
                        cell(pair.before(), was),
                        cell(pair.after(), now)));
            }
        }
    }

    private static @Nullable String cell(@Nullable Heading heading, Line line) {
        return heading == null ? null : new Place(heading.column(), line.row()).toString();
    }
}
