package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.CorpusFile.same;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Code typed into the analysts' own tests: a scenario a column, with the code in it. */
final class CodeInScenarios {
    private static final List<String> FIXED = List.of("Scenario", "As of", "Plan", "Licences", "Users", "Status");
    private static final List<String> TYPED = List.of(
            "As of",
            "Plan",
            "Licences",
            "Users",
            "Status",
            "Term",
            "Starts on",
            "Ends on",
            "Price per licence and month",
            "Discount (%)",
            "Nonprofit",
            "Signed up on",
            "Stored history (days)",
            "Over since",
            "Plan before",
            "Kind",
            "Access",
            "Tracked",
            "History",
            "History deleted on",
            "Group",
            "Login enabled",
            "Added on",
            "Deactivated on",
            "Removed on",
            "Active on",
            "Months active");
    private static final List<String> TEXTS =
            List.of("Account name", "Source", "E-mail", "User name", "Logon domain", "Device");

    private CodeInScenarios() {}

    static Stream<CorpusFile> files() {
        String call = "System.setProperty(\"" + CodeInCells.CANARY + "\", \"sung\")";
        return Stream.of(
                typed("always true with code", "7 || " + call + " == null"),
                typed("a template", "@{" + call + "}"),
                same("code in the texts of scenarios", Sent.edited(book -> {
                    XSSFSheet sheet = sheet(book.createSheet("Scenarios"), TEXTS);
                    for (int i = 0; i < TEXTS.size(); i++) {
                        scenario(sheet, 4 + i).createCell(FIXED.size() + i).setCellValue(call + " #" + i);
                    }
                })));
    }

    private static CorpusFile typed(String name, String payload) {
        List<String> others =
                TYPED.stream().filter(column -> !FIXED.contains(column)).toList();
        List<String> columns = new ArrayList<>(FIXED);
        columns.addAll(others);
        List<String> problems = new ArrayList<>();
        byte[] file = Sent.edited(book -> {
            XSSFSheet sheet = sheet(book.createSheet("Scenarios"), others);
            for (int i = 0; i < TYPED.size(); i++) {
                int column = columns.indexOf(TYPED.get(i));
                XSSFRow row = scenario(sheet, 4 + i);
                (row.getCell(column) == null ? row.createCell(column) : row.getCell(column)).setCellValue(payload);
                problems.add("plecto.xlsx: Scenarios!" + CellReference.convertNumToColString(column) + (5 + i)
                        + ": error: \"" + payload.substring(0, 4));
            }
        });
        return refused("code in scenarios, " + name, file, problems.toArray(String[]::new));
    }

    private static XSSFSheet sheet(XSSFSheet sheet, List<String> more) {
        XSSFRow headings = sheet.createRow(3);
        List<String> all = new ArrayList<>(FIXED);
        all.addAll(more);
        for (int i = 0; i < all.size(); i++) {
            headings.createCell(i).setCellValue(all.get(i));
        }
        return sheet;
    }

    private static XSSFRow scenario(XSSFSheet sheet, int number) {
        XSSFRow row = sheet.createRow(number);
        row.createCell(0).setCellValue("Scenario " + number);
        row.createCell(1).setCellValue("2026-11-21");
        row.createCell(2).setCellValue("Medium");
        row.createCell(3).setCellValue(9);
        row.createCell(4).setCellValue(1);
        row.createCell(5).setCellValue("COMPLIANT");
        return row;
    }
}
