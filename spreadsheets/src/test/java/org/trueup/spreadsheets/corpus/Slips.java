package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.Sent.cell;
import static org.trueup.spreadsheets.corpus.Sent.edited;
import static org.trueup.spreadsheets.corpus.Sent.typed;

import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** What is meant well too, but could mean two things, or is nothing that a policy can say: refused with its cell. */
final class Slips {
    private Slips() {}

    static Stream<CorpusFile> files() {
        String formula = "error: the cell holds a formula;";
        return Stream.of(
                refused(
                        "a formula",
                        cell("Plans", "E6", c -> c.setCellFormula("E5+1")),
                        "plecto.xlsx: Plans!E6: " + formula),
                refused(
                        "a formula that is a link",
                        cell("Plans", "E6", c -> c.setCellFormula("HYPERLINK(\"http://127.0.0.1:1/\",\"5\")")),
                        "plecto.xlsx: Plans!E6: " + formula),
                refused(
                        "a formula that calls a web service",
                        raw("WEBSERVICE(\"http://127.0.0.1:1/\")"),
                        "plecto.xlsx: Plans!E5: " + formula),
                refused("a DDE formula", raw("cmd|'/c calc'!A0"), "plecto.xlsx: Plans!E5: " + formula),
                refused("a formula into another workbook", raw("[1]Sheet1!A1"), "plecto.xlsx: Plans!E5: " + formula),
                refused("a formula that is not one", raw("((((("), "plecto.xlsx: Plans!E5: " + formula),
                refused(
                        "an array formula",
                        cell(
                                "Plans",
                                "F9",
                                c -> c.getSheet().setArrayFormula("A5:A6", CellRangeAddress.valueOf("E5:E6"))),
                        "plecto.xlsx: Plans!E5: " + formula,
                        "plecto.xlsx: Plans!E6: " + formula),
                refused(
                        "an error value",
                        cell("Plans", "E6", c -> c.setCellErrorValue(FormulaError.NA.getCode())),
                        "plecto.xlsx: Plans!E6: error: the cell shows the error #N/A;"),
                refused(
                        "a thousands separator",
                        typed("Plans", "E6", "1,000"),
                        "plecto.xlsx: Plans!E6: error: \"1,000\" is not a whole number"),
                refused(
                        "a decimal comma",
                        typed("Plans", "C6", "9,50"),
                        "plecto.xlsx: Plans!C6: error: \"9,50\" is not an amount"),
                refused(
                        "a currency sign",
                        typed("Plans", "C6", "$50"),
                        "plecto.xlsx: Plans!C6: error: \"$50\" is not an amount"),
                refused(
                        "a date of another country",
                        typed("Plans", "G6", "31.12.2025"),
                        "plecto.xlsx: Plans!G6: error: \"31.12.2025\" is not a day"),
                refused(
                        "a day before the calendar of 1900",
                        cell("Plans", "G6", c -> {
                            c.setCellValue(60);
                            c.getCellStyle().setDataFormat((short) 14);
                        }),
                        "plecto.xlsx: Plans!G6: error: "),
                refused(
                        "merged cells of a table",
                        edited(book -> {
                            CommonHabits.tablesOff(book.getSheet("Plans"));
                            book.getSheet("Plans").addMergedRegion(CellRangeAddress.valueOf("E5:E6"));
                        }),
                        "plecto.xlsx: Plans!E5: error: the cells E5:E6 are merged;"),
                refused(
                        "a sheet that was renamed",
                        edited(book -> book.setSheetName(book.getSheetIndex("Settings"), "Setings")),
                        "plecto.xlsx: Setings: error: a policy workbook has no sheet \"Setings\"; did you mean \"Settings\"?"),
                refused(
                        "a copy of a sheet",
                        edited(book -> book.cloneSheet(book.getSheetIndex("Settings"))),
                        "plecto.xlsx: Settings (2): error: a policy workbook has no sheet"));
    }

    /** Plans!E5 with a formula that POI would not write. */
    private static byte[] raw(String formula) {
        return Sent.replaced(
                Sent.PLANS,
                "<c r=\"E5\" s=\"9\" t=\"n\"><v>5</v></c>",
                "<c r=\"E5\" s=\"9\"><f>" + formula.replace("\"", "&quot;") + "</f><v>5</v></c>");
    }
}
