package org.trueup.spreadsheets.report;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;

/** Cells of the few rows that are laid out by hand, in POI's own sheet. */
final class SheetCells extends RowCells {
    private final Styles styles;
    private final Row row;
    private int next;

    /** Begins with a cell of a row, the first column being 0. */
    SheetCells(Styles styles, Row row, int column) {
        this.styles = styles;
        this.row = row;
        this.next = column;
    }

    /** An empty cell in a look of its own. */
    SheetCells blank(Look look) {
        cell(style(look));
        return this;
    }

    @Override
    void put(String text, Spot target) {
        Cell cell = cell(style(Look.linked(text)));
        Hyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target.address());
        cell.setCellValue(text);
        cell.setHyperlink(link);
    }

    @Override
    void put(short style, String text) {
        cell(style).setCellValue(text);
    }

    @Override
    void put(short style, double number) {
        cell(style).setCellValue(number);
    }

    @Override
    RowCells skip() {
        next++;
        return this;
    }

    @Override
    void height(float points) {
        row.setHeightInPoints(points);
    }

    private Cell cell(short style) {
        Cell cell = row.createCell(next++);
        cell.setCellStyle(styles.of(style));
        return cell;
    }
}
