package org.trueup.spreadsheets.policybook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.Place;

/** One row of a terms table. Each cell is parsed when asked for; what is wrong is told and the reading goes on. */
final class TableRow {
    private final SheetRow at;
    private final Map<String, Integer> places;
    private final SortedMap<Integer, CellValue> cells;
    private final Problems problems;
    private boolean failed;

    TableRow(SheetRow at, Map<String, Integer> places, SortedMap<Integer, CellValue> cells, Problems problems) {
        this.at = at;
        this.places = places;
        this.cells = cells;
        this.problems = problems;
    }

    SheetRow at() {
        return at;
    }

    /** The row as people read it. */
    PolicyRow content() {
        Map<String, String> content = new LinkedHashMap<>();
        cells.forEach((column, cell) -> places.forEach((header, place) -> {
            if (place.equals(column)) {
                content.put(header, PolicyRow.typed(cell));
            }
        }));
        return new PolicyRow(at, content);
    }

    /** Whether anything asked of this row so far was wrong; no record can be made of it then. */
    boolean failed() {
        return failed;
    }

    /** Whether nothing stands under a column, or the column was left out. */
    boolean blank(Column<?> column) {
        Integer place = places.get(column.header());
        return place == null || !cells.containsKey(place);
    }

    /** The cell's value; null for a blank cell, and after telling what is wrong for a wrong one. */
    <T> @Nullable T get(Column<T> column) {
        Integer place = places.get(column.header());
        if (place == null) {
            // a missing column that is required was told once for the whole sheet
            failed |= column.required();
            return null;
        }
        CellValue cell = cells.get(place);
        if (cell == null) {
            if (column.required()) {
                error(column, "the cell is empty; type " + column.type().expected());
            }
            return null;
        }
        return parse(column, cell);
    }

    private <T> @Nullable T parse(Column<T> column, CellValue cell) {
        if (cell instanceof CellValue.Formula) {
            error(column, "the cell holds a formula; type its value instead (copy, then Paste Special, Values)");
            return null;
        }
        if (cell instanceof CellValue.Broken broken) {
            error(
                    column,
                    "the cell shows the error " + broken.code() + "; type "
                            + column.type().expected());
            return null;
        }
        Parsed<T> parsed = column.type().parse(cell);
        if (parsed instanceof Parsed.Wrong<T> wrong) {
            error(column, wrong.message());
            return null;
        }
        if (cell instanceof CellValue.Number number && ShownNumber.differs(number)) {
            String stored = stored(number);
            String message = "the cell shows \"" + number.shown() + "\" but holds " + stored + ", and " + stored
                    + " counts; type the number that is meant";
            problems.add(at.sheet(), place(column), Severity.WARNING, message);
        }
        return ((Parsed.Right<T>) parsed).value();
    }

    private static String stored(CellValue.Number number) {
        return number.percent()
                ? number.value().movePointRight(2).stripTrailingZeros().toPlainString() + " %"
                : number.value().toPlainString();
    }

    void error(Column<?> column, String message) {
        failed = true;
        problems.add(at.sheet(), place(column), Severity.ERROR, message);
    }

    private @Nullable Place place(Column<?> column) {
        Integer place = places.get(column.header());
        return place == null ? null : new Place(place, at.row());
    }
}
