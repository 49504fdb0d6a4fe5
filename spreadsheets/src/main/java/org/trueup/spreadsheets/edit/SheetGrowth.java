package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trueup.spreadsheets.parts.SheetCells;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes room for a row right below the rows that a sheet was prepared for: it looks and behaves like the one above. */
final class SheetGrowth {
    /** What lists ranges for another reason than what may be typed there and how it looks. */
    private static final Set<String> LEFT_ALONE = Set.of("sheetData", "sheetViews", "mergeCells", "hyperlinks");

    private final WorkbookPackage parts;
    private final String part;
    private final SheetCells cells;

    SheetGrowth(WorkbookPackage parts, String part, SheetCells cells) {
        this.parts = parts;
        this.part = part;
        this.cells = cells;
    }

    /** Does nothing where the row was prepared, by an Excel table or because it is there. */
    void makeRoom(SheetGrid grid, int row) throws IOException, NotEditable {
        boolean prepared = grid.columns().stream()
                .anyMatch(column -> cells.find(place(column, row)).isPresent());
        if (growTables(grid, row) || !prepared) {
            for (FormColumn column : grid.columns()) {
                copyFormat(place(column, row));
            }
            extend(parts.root(part), row);
            extendDimension(row);
        }
    }

    private static Place place(FormColumn column, int row) {
        return Place.of(column.letters() + row);
    }

    private void copyFormat(Place place) {
        Place above = new Place(place.column(), place.row() - 1);
        if (cells.find(place).isEmpty() && cells.format(above) != 0) {
            cells.format(place, cells.format(above));
        }
    }

    private boolean growTables(SheetGrid grid, int row) throws IOException, NotEditable {
        boolean grown = false;
        for (String table : parts.relationships(part).all("table")) {
            Element root = parts.root(table);
            Optional<Range> found = Range.of(root.getAttribute("ref"));
            if (found.filter(range -> range.first().row() == grid.headerRow() && range.endsAbove(row))
                    .isPresent()) {
                if (!root.getAttribute("totalsRowCount").isEmpty()
                        && !root.getAttribute("totalsRowCount").equals("0")) {
                    throw new NotEditable("The table of the sheet %s ends in a row of totals; add the row in Excel."
                            .formatted(grid.sheet()));
                }
                root.setAttribute("ref", extended(root.getAttribute("ref"), row));
                Xml.child(root, "autoFilter")
                        .ifPresent(filter -> filter.setAttribute("ref", extended(filter.getAttribute("ref"), row)));
                grown = true;
            }
        }
        return grown;
    }

    /** Lists to pick from, looks that depend on a value and the like, wherever they reach down to the row above. */
    private void extend(Node node, int row) {
        for (Element child : Xml.children(node)) {
            String name = String.valueOf(child.getLocalName());
            if (LEFT_ALONE.contains(name)) {
                continue;
            }
            if (child.hasAttribute("sqref")) {
                child.setAttribute("sqref", extended(child.getAttribute("sqref"), row));
            }
            if (name.equals("sqref")) {
                child.setTextContent(extended(child.getTextContent(), row));
            }
            extend(child, row);
        }
    }

    private void extendDimension(int row) throws IOException {
        Xml.child(parts.root(part), "dimension").ifPresent(dimension -> {
            Range.of(dimension.getAttribute("ref"))
                    .filter(range -> range.last().row() < row)
                    .ifPresent(
                            range -> dimension.setAttribute("ref", range.to(row).toString()));
        });
    }

    private static String extended(String ranges, int row) {
        List<String> all = Arrays.asList(ranges.strip().split("\\s+"));
        return all.stream()
                .map(each -> Range.of(each)
                        .filter(range -> range.endsAbove(row))
                        .map(range -> range.to(row).toString())
                        .orElse(each))
                .collect(Collectors.joining(" "));
    }

    /** A rectangle as Excel writes it, for example {@code A4:K22}; one cell is a rectangle too. */
    private record Range(Place first, Place last) {
        private static final Pattern WRITTEN = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}(:[A-Z]{1,3}[1-9]\\d{0,6})?");

        /** None for whole columns and for what Excel would not write. */
        static Optional<Range> of(String text) {
            if (!WRITTEN.matcher(text).matches()) {
                return Optional.empty();
            }
            String[] corners = text.split(":");
            return Optional.of(new Range(Place.of(corners[0]), Place.of(corners[corners.length - 1])));
        }

        boolean endsAbove(int row) {
            return last.row() == row - 1;
        }

        Range to(int row) {
            return new Range(first, new Place(last.column(), row));
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ":" + last;
        }
    }
}
