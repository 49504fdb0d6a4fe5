package org.trueup.spreadsheets.parts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;

/** The cells of one sheet's markup, found by their place; missing ones are put where they belong. */
public final class SheetCells {
    private final Element data;
    private final TreeMap<Integer, Element> rows = new TreeMap<>();
    private final Map<Integer, TreeMap<Integer, Element>> cells = new TreeMap<>();

    public SheetCells(Element worksheet) {
        data = Xml.child(worksheet, "sheetData").orElseThrow();
        int row = 0;
        for (Element found : Xml.children(data, "row").toList()) {
            row = found.hasAttribute("r") ? Integer.parseInt(found.getAttribute("r")) : row + 1;
            rows.put(row, found);
        }
    }

    /** The format of a cell: its own, or that of its row, or 0 for the workbook's plain one. */
    public int format(Place place) {
        Element row = rows.get(place.row());
        if (row == null) {
            return 0;
        }
        return find(place).map(cell -> number(cell.getAttribute("s"))).orElse(number(row.getAttribute("s")));
    }

    public void format(Place place, int format) {
        cell(place).setAttribute("s", String.valueOf(format));
    }

    public Optional<Element> find(Place place) {
        return rows.containsKey(place.row())
                ? Optional.ofNullable(inRow(place.row()).get(place.column()))
                : Optional.empty();
    }

    /** Writes a text into a cell, whatever it held. */
    public void write(Place place, String text, int format) {
        Element cell = cell(place);
        while (cell.getFirstChild() != null) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.setAttribute("t", "inlineStr");
        cell.setAttribute("s", String.valueOf(format));
        Xml.append(cell, "<is xmlns=\"%s\"><t xml:space=\"preserve\">%s</t></is>".formatted(Xml.SHEET, Xml.text(text)));
    }

    /** Takes away a cell and all cells below it. */
    public void removeBelow(Place first) {
        List.copyOf(rows.tailMap(first.row()).keySet()).forEach(row -> remove(new Place(first.column(), row)));
    }

    /** Takes away a cell that holds nothing and looks like nothing. */
    public void removeIfUnused(Place place, int format) {
        if (format == 0
                && find(place).filter(cell -> Xml.children(cell).isEmpty()).isPresent()) {
            remove(place);
        }
    }

    private void remove(Place place) {
        Element row = rows.get(place.row());
        Element gone = inRow(place.row()).remove(place.column());
        if (row == null || gone == null) {
            return;
        }
        row.removeChild(gone);
        if (Xml.children(row).isEmpty() && row.getAttributes().getLength() == 1) {
            data.removeChild(row);
            rows.remove(place.row());
            cells.remove(place.row());
        }
    }

    /** The places of all cells that have a format for which something holds. */
    public List<Place> places(IntPredicate format) {
        return rows.keySet().stream()
                .flatMap(row -> inRow(row).entrySet().stream()
                        .filter(cell -> format.test(number(cell.getValue().getAttribute("s"))))
                        .map(cell -> new Place(cell.getKey(), row)))
                .toList();
    }

    /** The last column of a row that holds anything, -1 for an empty row. */
    public int lastColumn(int row) {
        return rows.containsKey(row) && !inRow(row).isEmpty() ? inRow(row).lastKey() : -1;
    }

    /** The markup of a cell, put where it belongs when it is missing. */
    public Element cell(Place place) {
        Element row = rows.get(place.row());
        if (row == null) {
            Map.Entry<Integer, Element> below = rows.higherEntry(place.row());
            row = Xml.insert(
                    data,
                    "<row xmlns=\"%s\" r=\"%d\"/>".formatted(Xml.SHEET, place.row()),
                    below == null ? null : below.getValue());
            rows.put(place.row(), row);
        }
        TreeMap<Integer, Element> inRow = inRow(place.row());
        Element cell = inRow.get(place.column());
        if (cell == null) {
            Map.Entry<Integer, Element> after = inRow.higherEntry(place.column());
            cell = Xml.insert(
                    row,
                    "<c xmlns=\"%s\" r=\"%s\"/>".formatted(Xml.SHEET, place),
                    after == null ? null : after.getValue());
            inRow.put(place.column(), cell);
            row.removeAttribute("spans");
        }
        return cell;
    }

    /** The cells of a row by column. Rows and cells may leave out where they stand; told here, so that one can be put between. */
    private TreeMap<Integer, Element> inRow(int number) {
        return cells.computeIfAbsent(number, unread -> {
            Element row = rows.get(number);
            row.setAttribute("r", String.valueOf(number));
            TreeMap<Integer, Element> found = new TreeMap<>();
            int column = -1;
            for (Element cell : Xml.children(row, "c").toList()) {
                column = cell.hasAttribute("r")
                        ? Place.of(cell.getAttribute("r")).column()
                        : column + 1;
                cell.setAttribute("r", new Place(column, number).toString());
                found.put(column, cell);
            }
            return found;
        });
    }

    private static int number(String attribute) {
        return attribute.isEmpty() ? 0 : Integer.parseInt(attribute);
    }
}
