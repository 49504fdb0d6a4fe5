package org.trueup.spreadsheets.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** POI's cells taken as plain values. Not for more than one thread. */
final class CellValues {
    private static final MathContext EXCELS_DIGITS = new MathContext(15);

    /** Fixed to one locale: what a cell shows must not depend on the machine that checks it. */
    private final DataFormatter formatter = new DataFormatter(Locale.US);

    private final int sharedTexts;

    /** @param sharedTexts how many texts the workbook's own list holds */
    CellValues(int sharedTexts) {
        this.sharedTexts = sharedTexts;
    }

    /** The cell's value; empty for a blank cell and for one that holds nothing but spaces. */
    Optional<CellValue> of(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> text((XSSFCell) cell);
            case NUMERIC -> Optional.of(number(cell));
            case BOOLEAN -> Optional.of(new CellValue.YesNo(cell.getBooleanCellValue()));
            case FORMULA -> Optional.of(formula((XSSFCell) cell));
            case ERROR -> Optional.of(new CellValue.Broken(errorCode(cell.getErrorCellValue())));
            case BLANK, _NONE -> Optional.empty();
        };
    }

    private Optional<CellValue> text(XSSFCell cell) {
        CTCell stored = cell.getCTCell();
        if (stored.getT() == STCellType.S && Integer.parseInt(stored.getV()) >= sharedTexts) {
            // POI would take the lost text for a blank cell, and a lost condition fits everybody
            throw new IllegalStateException("the text of the cell " + cell.getAddress() + " is lost");
        }
        String text = cell.getStringCellValue();
        return CellText.line(text).isEmpty() ? Optional.empty() : Optional.of(new CellValue.Text(text));
    }

    private CellValue number(Cell cell) {
        double stored = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(stored)) {
            return new CellValue.Date(cell.getLocalDateTimeCellValue());
        }
        BigDecimal value = new BigDecimal(stored, EXCELS_DIGITS).stripTrailingZeros();
        boolean general = cell.getCellStyle().getDataFormat() == 0;
        return new CellValue.Number(value, general ? null : formatter.formatCellValue(cell));
    }

    /** As it stands in the file: POI would parse it, and refuse what it does not know. */
    private static CellValue formula(XSSFCell cell) {
        CTCellFormula stored = cell.getCTCell().getF();
        // an array's formula is kept with the first of its cells only
        return new CellValue.Formula(stored == null ? "" : stored.getStringValue());
    }

    private static String errorCode(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }
}
