package org.trueup.spreadsheets.annotate;

import org.trueup.spreadsheets.parts.SheetOrder;
import org.trueup.spreadsheets.parts.Xml;
import org.w3c.dom.Element;

/** The widths of a sheet's columns. */
final class ColumnWidths {
    private ColumnWidths() {}

    /** Gives a width, in characters, to a column that has none; counted from 0. */
    static void widen(Element worksheet, int column, int width) {
        Element widths = Xml.child(worksheet, "cols")
                .orElseGet(() -> SheetOrder.insert(worksheet, "<cols xmlns=\"" + Xml.SHEET + "\"/>"));
        boolean has = Xml.children(widths, "col")
                .anyMatch(col -> number(col, "min") <= column + 1 && number(col, "max") > column);
        if (!has) {
            Element behind = Xml.children(widths, "col")
                    .filter(col -> number(col, "min") > column + 1)
                    .findFirst()
                    .orElse(null);
            Xml.insert(
                    widths,
                    "<col xmlns=\"%s\" min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                            .formatted(Xml.SHEET, column + 1, column + 1, width),
                    behind);
        }
    }

    /** Takes the width of one column away again. */
    static void reset(Element worksheet, int column) {
        Xml.child(worksheet, "cols").ifPresent(widths -> {
            Xml.children(widths, "col")
                    .filter(col -> number(col, "min") == column + 1 && number(col, "max") == column + 1)
                    .forEach(widths::removeChild);
            if (Xml.children(widths).isEmpty()) {
                worksheet.removeChild(widths);
            }
        });
    }

    private static int number(Element col, String attribute) {
        return Integer.parseInt(col.getAttribute(attribute));
    }
}
