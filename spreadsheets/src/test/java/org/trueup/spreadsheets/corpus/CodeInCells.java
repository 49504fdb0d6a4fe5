package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.CorpusFile.taken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Code typed where values belong: in every condition and answer of the checks, in texts, in headings, in rows of code. */
final class CodeInCells {
    /** What every payload tries: a sign that whoever runs it leaves behind. */
    static final String CANARY = "trueup.canary";

    private static final String SET = "System.setProperty(\"" + CANARY + "\", \"sung\")";
    private static final String CHECKS = "Checks";
    private static final int ROW = 12;

    private static final Map<String, String> PAYLOADS = new LinkedHashMap<>(Map.of(
            "java call", SET,
            "java statement out of quotes", "\"); " + SET + "; //",
            "mvel template", "@{" + SET + "}",
            "always true", "7 || true",
            "always true with code", "7 || " + SET + " == null",
            "rule in line breaks", "x\"\nend\nrule \"y\" when\nthen\n" + SET + ";\nend\nrule \"z",
            "escaped quotes", "\\\" + " + SET + " + \\\"",
            "unicode escapes", "\\u0022); " + SET + "; //",
            "expression language", "#{T(java.lang.System).setProperty('" + CANARY + "','sung')}",
            "lookup", "${jndi:ldap://127.0.0.1:1/x}"));

    private CodeInCells() {}

    static Stream<CorpusFile> files() {
        return Stream.of(inChecks(), inMessages(), inTerms(), inTheFrame()).flatMap(files -> files);
    }

    /** One row for each column but the message, with the payload in it; every one of them is named. */
    private static Stream<CorpusFile> inChecks() {
        return PAYLOADS.entrySet().stream().map(payload -> {
            List<String> problems = new ArrayList<>();
            byte[] file = Sent.edited(book -> {
                XSSFSheet sheet = book.getSheet(CHECKS);
                int row = ROW;
                for (Map.Entry<String, Integer> column : columns(sheet).entrySet()) {
                    if (!column.getKey().equals("Message")) {
                        check(sheet, row, "Look.");
                        cell(sheet, row, column.getValue()).setCellValue(payload.getValue());
                        problems.add("plecto.xlsx: Checks!" + CellReference.convertNumToColString(column.getValue())
                                + (row + 1) + ": error: \"");
                        row++;
                    }
                }
            });
            return refused("code in checks, " + payload.getKey(), file, problems.toArray(String[]::new));
        });
    }

    private static Stream<CorpusFile> inMessages() {
        return PAYLOADS.entrySet().stream().map(payload -> {
            String[] address = new String[1];
            byte[] file = Sent.edited(book -> {
                XSSFSheet sheet = book.getSheet(CHECKS);
                check(sheet, ROW, payload.getValue());
                address[0] = CellReference.convertNumToColString(columns(sheet).get("Message")) + (ROW + 1);
            });
            String name = "code in a message, " + payload.getKey();
            return payload.getValue().contains("{")
                    ? refused(name, file, "plecto.xlsx: Checks!" + address[0] + ": error: ")
                    : taken(name, file);
        });
    }

    /** In the first row of every other sheet, wherever something else than a text belongs. */
    private static Stream<CorpusFile> inTerms() {
        Set<String> texts = Set.of("What happens", "Because", "Account name", "Source", "Reason");
        return Stream.of("Over the limit", "Who counts", "Exemption accounts", "Settings")
                .map(name -> {
                    List<String> problems = new ArrayList<>();
                    byte[] file = Sent.edited(book -> {
                        XSSFSheet sheet = book.getSheet(name);
                        columns(sheet).forEach((heading, column) -> {
                            if (!texts.contains(heading) && !(name.equals("Settings") && !heading.equals("Name"))) {
                                cell(sheet, 4, column).setCellValue("7 || " + SET + " == null");
                                problems.add("plecto.xlsx: " + name + "!" + CellReference.convertNumToColString(column)
                                        + "5: error: \"7 || System.setProperty(");
                            }
                        });
                    });
                    return refused("code in " + name, file, problems.toArray(String[]::new));
                });
    }

    private static Stream<CorpusFile> inTheFrame() {
        String condition = "Plan == \"Large\" || " + SET + " == null";
        return Stream.of(
                refused(
                        "a heading that is a condition",
                        Sent.edited(book -> cell(
                                        book.getSheet(CHECKS),
                                        3,
                                        columns(book.getSheet(CHECKS)).get("Term"))
                                .setCellValue(condition)),
                        "plecto.xlsx: Checks!C4: error: \"Plan == "),
                CorpusFile.same("rows of code above the table", Sent.edited(book -> {
                    XSSFSheet sheet = book.getSheet(CHECKS);
                    cell(sheet, 0, 0).setCellValue("RuleSet");
                    cell(sheet, 0, 1).setCellValue("org.trueup");
                    cell(sheet, 1, 0).setCellValue("Functions");
                    cell(sheet, 1, 1).setCellValue("function void f() { " + SET + "; }");
                    cell(sheet, 2, 0).setCellValue("RuleTable x");
                })),
                refused(
                        "a row of code within the table",
                        Sent.edited(book -> {
                            XSSFSheet sheet = book.getSheet(CHECKS);
                            cell(sheet, ROW, 0).setCellValue("CONDITION");
                            cell(sheet, ROW, columns(sheet).get("Severity")).setCellValue("ACTION");
                            cell(sheet, ROW, columns(sheet).get("Message")).setCellValue("$t : Object()");
                        }),
                        "plecto.xlsx: Checks!N13: error: \"ACTION\" is not one of"),
                refused(
                        "a second table of rules below",
                        Sent.edited(book -> cell(book.getSheet(CHECKS), 30, 0).setCellValue("RuleTable evil")),
                        "plecto.xlsx: Checks!A31: error: \"RuleTable evil\" is not a code;",
                        "plecto.xlsx: Checks!N31: error: the cell is empty;",
                        "plecto.xlsx: Checks!O31: error: the cell is empty;"),
                refused(
                        "code beside the table",
                        Sent.edited(book -> cell(book.getSheet(CHECKS), 4, 40).setCellValue(SET)),
                        "plecto.xlsx: Checks!AO5: error: "),
                refused(
                        "a sheet of rules",
                        Sent.edited(book -> book.createSheet("Tables")
                                .createRow(0)
                                .createCell(0)
                                .setCellValue("RuleSet")),
                        "plecto.xlsx: Tables: error: a policy workbook has no sheet \"Tables\""));
    }

    private static void check(XSSFSheet sheet, int row, String message) {
        Map<String, Integer> columns = columns(sheet);
        cell(sheet, row, columns.get("Code")).setCellValue("LOOK_AT_" + row);
        cell(sheet, row, columns.get("Used at least")).setCellValue(0);
        cell(sheet, row, columns.get("Severity")).setCellValue("INFO");
        cell(sheet, row, columns.get("Message")).setCellValue(message);
    }

    static Map<String, Integer> columns(XSSFSheet sheet) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        sheet.getRow(3).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
        return columns;
    }

    private static XSSFCell cell(XSSFSheet sheet, int number, int column) {
        XSSFRow row = sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
        return row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
    }
}
