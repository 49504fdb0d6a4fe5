package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
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

    private final ReportBook book;
    private final SXSSFSheet sheet;
    private final TablePlan<R> plan;
    private final int number;
    private @Nullable StreamedRows cells;
    private int rows;

    TablePart(ReportBook book, SXSSFSheet sheet, TablePlan<R> plan, int number) {
        this.book = book;
        this.sheet = sheet;
        this.plan = plan;
        this.number = number;
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

    String name() {
        return sheet.getSheetName();
    }

    int number() {
        return number;
    }

    int rows() {
        return rows;
    }

    boolean full() {
        return HEADER_ROW + 1 + rows >= book.rowLimit();
    }

    /** Where the next row will stand. */
    Spot next() {
        return new Spot(name(), HEADER_ROW + 2 + rows);
    }

    Spot add(Consumer<RowCells> filler) {
        Spot spot = next();
        rows++;
        StreamedRows cells = this.cells;
        if (cells == null) {
            cells = addHeader();
            this.cells = cells;
        }
        cells.begin(spot.row());
        filler.accept(cells);
        cells.fitHeight();
        cells.end();
        return spot;
    }

    /** Excel asks for a table with at least one row; without rows the sheet says so instead. */
    void finish() {
        if (rows == 0) {
            book.cells(sheet, HEADER_ROW).text(plan.empty(), Look.LABEL);
            book.extent(sheet, HEADER_ROW, 0);
            return;
        }
        book.extent(sheet, HEADER_ROW + rows, plan.columns().size() - 1);
        sheet.createFreezePane(plan.frozen(), HEADER_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        book.printArea(sheet, HEADER_ROW + rows, plan.printed() - 1);
        XSSFSheet written = book.under(sheet);
        addTable(written);
        CellRangeAddress all = new CellRangeAddress(
                HEADER_ROW + 1, HEADER_ROW + rows, 0, plan.columns().size() - 1);
        written.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        List<Column.Kind> kinds = plan.columns().stream().map(Column::kind).toList();
        Highlights.table(written, kinds, HEADER_ROW + 1, HEADER_ROW + rows);
    }

    private StreamedRows addHeader() {
        Row header = book.row(sheet, HEADER_ROW);
        header.setHeightInPoints(HEADER_POINTS);
        RowCells titles = book.cells(header, 0);
        for (Column<R> column : plan.columns()) {
            titles.text(column.title(), column.kind().figures() ? Look.NUMBER_HEADER : Look.HEADER);
        }
        return book.table(sheet, plan.columns().size());
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
            // the header's cells went to the temporary file: the table cannot look its names up there
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
