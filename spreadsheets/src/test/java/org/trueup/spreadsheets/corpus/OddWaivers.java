package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.CorpusFile.taken;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet of waivers, with code in its cells or typed as people type. */
final class OddWaivers {
    private static final List<String> COLUMNS =
            List.of("Tenant", "Finding code", "From", "Until", "Owner", "Approved by", "Reason");
    private static final String CODE = "System.setProperty(\"" + CodeInCells.CANARY + "\", \"sung\")";
    private static final String PLACE = "plecto.xlsx: Waivers!";

    private OddWaivers() {}

    static Stream<CorpusFile> files() {
        String typed = "7 || " + CODE + " == null";
        String error = "5: error: \"7 || System.setProperty(";
        return Stream.of(
                refused(
                        "code in waivers",
                        with(row -> List.of(1, 2, 3)
                                .forEach(column -> row.getCell(column).setCellValue(typed))),
                        PLACE + "B" + error,
                        PLACE + "C" + error,
                        PLACE + "D" + error),
                taken(
                        "code in the texts of waivers",
                        with(row -> List.of(0, 4, 5, 6)
                                .forEach(column -> row.getCell(column).setCellValue(CODE + column)))),
                taken("days of a waiver as dates", with(row -> {
                    row.getCell(2).setCellValue(LocalDate.of(2026, 11, 1));
                    row.getCell(3).setCellValue(LocalDate.of(2026, 12, 31));
                    var day = row.getSheet().getWorkbook().createCellStyle();
                    day.setDataFormat((short) 14);
                    row.getCell(2).setCellStyle(day);
                    row.getCell(3).setCellStyle(day);
                })),
                taken(
                        "days of a waiver as text, with other spaces and digits",
                        with(row -> row.getCell(3).setCellValue("\u00A0\uFF12\uFF10\uFF12\uFF16-12-31 "))),
                taken(
                        "a finding in small letters",
                        with(row -> row.getCell(1).setCellValue(" below_plan_minimum\u00A0"))),
                refused(
                        "a waiver that a formula prolongs",
                        with(row -> row.getCell(3).setCellFormula("TODAY()+30")),
                        PLACE + "D5: error: the cell holds a formula;"),
                refused(
                        "a waiver without an end",
                        with(row -> row.getCell(3).setBlank()),
                        PLACE + "D5: error: the cell is empty;"),
                refused(
                        "a waiver agreed to by its owner in other letters",
                        with(row -> row.getCell(5).setCellValue("ADA\u00A0 lind")),
                        PLACE + "F5: error: \"ADA lind\" is the owner too;"),
                refused(
                        "a waiver with a day of another country",
                        with(row -> row.getCell(3).setCellValue("31.12.2026")),
                        PLACE + "D5: error: \"31.12.2026\" is not a day"));
    }

    private static byte[] with(Consumer<XSSFRow> edit) {
        return Sent.edited(book -> {
            XSSFSheet sheet = book.createSheet("Waivers");
            fill(sheet.createRow(3), COLUMNS);
            XSSFRow row = sheet.createRow(4);
            fill(
                    row,
                    List.of("acme", "BELOW_PLAN_MINIMUM", "2026-11-01", "2026-12-31", "Ada Lind", "Bo Ek", "Renewed."));
            edit.accept(row);
        });
    }

    private static void fill(XSSFRow row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }
}
