package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/** One sheet with one table: title, help, a way back, the header and the rows. */
final class TablePart<R> {
    /** Counted from 0: title, help and the way back stand above it. */
    static final int HEADER_ROW = 3;

    private static final float HEADER_POINTS = 31;

    private final SheetRoom room;
    private final TablePlan<R> plan;
    private final int number;
    private @Nullable StreamedRows cells;
    private int rows;

    TablePart(SheetRoom room, TablePlan<R> plan, int number) {
        this.room = room;
        this.plan = plan;
        this.number = number;
    }

    String name() {
        return plan.sheet(number);
    }

    int number() {
        return number;
    }

    int rows() {
        return rows;
    }

    boolean full() {
        return HEADER_ROW + 1 + rows >= room.rowLimit();
    }

    /** Where the next row will stand. */
    Spot next() {
        return new Spot(name(), nextRow());
    }

    private int nextRow() {
        return HEADER_ROW + 2 + rows;
    }

    Spot add(Consumer<RowCells> filler) {
        Spot spot = next();
        StreamedRows cells = cells();
        cells.begin(spot.row());
        filler.accept(cells);
        cells.fitHeight();
        cells.end();
        rows++;
        return spot;
    }

    /** Adds a row of which some cells are the same in other workbooks. */
    void add(Utf8Bytes own, SameCells same, int index) {
        cells().add(nextRow(), own, same, index);
        rows++;
    }

    private StreamedRows cells() {
        StreamedRows there = cells;
        if (there == null) {
            there = room.table(plan.columns().size());
            cells = there;
        }
        return there;
    }

    /** Puts the sheet into its workbook. Excel asks for a table with at least one row; without rows the sheet says so instead. */
    void finish(ReportBook book) {
        XSSFSheet sheet = book.append(name());
        layOut(book, sheet);
        StreamedRows cells = this.cells;
        if (cells == null) {
            book.cells(sheet, HEADER_ROW).text(plan.empty(), Look.LABEL);
            return;
        }
        addHeader(book.row(sheet, HEADER_ROW), book);
        int lastColumn = plan.columns().size() - 1;
        book.place(sheet, cells, new CellRangeAddress(0, HEADER_ROW + rows, 0, lastColumn));
        sheet.createFreezePane(plan.frozen(), HEADER_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        book.printArea(sheet, HEADER_ROW + rows, plan.printed() - 1);
        addTable(sheet);
        CellRangeAddress all = new CellRangeAddress(HEADER_ROW + 1, HEADER_ROW + rows, 0, lastColumn);
        sheet.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        List<Column.Kind> kinds = plan.columns().stream().map(Column::kind).toList();
        Highlights.table(sheet, kinds, HEADER_ROW + 1, HEADER_ROW + rows);
    }

    private void layOut(ReportBook book, XSSFSheet sheet) {
        for (int i = 0; i < plan.columns().size(); i++) {
            sheet.setColumnWidth(i, plan.columns().get(i).width() * 256);
        }
        PageSetup.apply(sheet, 0);
        Row title = book.row(sheet, 0);
        title.setHeightInPoints(ReportBook.TITLE_POINTS);
        book.cells(title, 0).text(plan.title(), Look.TITLE);
        book.cells(sheet, 1).text(plan.help(), Look.HELP);
        if (!name().equals(book.opening())) {
            book.cells(sheet, 2).link("Back to " + book.opening(), Spot.top(book.opening()));
        }
    }

    private void addHeader(Row header, ReportBook book) {
        header.setHeightInPoints(HEADER_POINTS);
        RowCells titles = book.cells(header, 0);
        for (Column<R> column : plan.columns()) {
            titles.text(column.title(), column.kind().figures() ? Look.NUMBER_HEADER : Look.HEADER);
        }
    }

    private void addTable(XSSFSheet written) {
        AreaReference area = new AreaReference(
                new CellReference(HEADER_ROW, 0),
                new CellReference(HEADER_ROW + rows, plan.columns().size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = written.createTable(area);
        table.setName(plan.table(number));
        table.setDisplayName(plan.table(number));
        CTTable details = table.getCTTable();
        for (int i = 0; i < plan.columns().size(); i++) {
            details.getTableColumns()
                    .getTableColumnArray(i)
                    .setName(plan.columns().get(i).title());
        }
        details.addNewAutoFilter().setRef(area.formatAsString());
        CTTableStyleInfo style = details.addNewTableStyleInfo();
        style.setName("TableStyleLight1");
        style.setShowRowStripes(true);
        style.setShowColumnStripes(false);
        style.setShowFirstColumn(false);
        style.setShowLastColumn(false);
    }
}
