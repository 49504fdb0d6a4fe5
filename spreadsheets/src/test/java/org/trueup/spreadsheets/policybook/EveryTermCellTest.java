package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.rules.terms.PolicyTerms;

/**
 * Changes every cell of every terms sheet of the shipped workbooks, one at a time, and sees the outcome of some tenant
 * change, that very row being cited for it. So no cell is a decoration and no number stands in Java.
 */
class EveryTermCellTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    /** Within a grace period of the older length (A10). */
    private static final LocalDate EARLIER = LocalDate.parse("2024-12-10");

    /** Checks have a test of their own: they change no position. */
    private static final List<String> TERMS = SheetNames.TERMS.stream()
            .filter(sheet -> !sheet.equals(CheckTerms.SHEET))
            .toList();
    /** What else a cell under a header may hold. */
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("Metric", List.of("added-users", "peak-daily-active")),
            Map.entry("Currency", List.of("EUR")),
            Map.entry("Status", List.of("OVERAGE", "WARNING")),
            Map.entry("Then status", List.of("OVERAGE")),
            Map.entry("Adding beyond", List.of("allow", "deny")),
            Map.entry("Kind", List.of("system")),
            Map.entry("Access", List.of("viewer")),
            Map.entry("Login enabled", List.of("yes", "no")),
            Map.entry("Deactivated", List.of("yes", "no")),
            Map.entry("Removed", List.of("yes", "no")),
            Map.entry("Source", List.of("Other source")),
            Map.entry("Account name", List.of("Other name")),
            Map.entry("Price per licence and month", List.of("73.5")),
            Map.entry("Minimum", List.of("9")),
            Map.entry("Maximum", List.of("3", "2")),
            Map.entry("Sold until", List.of("2022-06-30", "2026-12-31")),
            Map.entry("Fixed term in months", List.of("6")),
            Map.entry("Shown to customers", List.of("no")),
            Map.entry("Free after trial", List.of("no")),
            Map.entry("Period started from", List.of("2026-06-01")),
            Map.entry("Period started until", List.of("2024-11-30")),
            Map.entry("Grace days", List.of("500")),
            Map.entry("Tracked", List.of("yes", "no")),
            Map.entry("History", List.of("yes", "no")),
            Map.entry("Group", List.of("dnt", "delete", "none")),
            Map.entry("Eligible", List.of("yes", "no")),
            Map.entry("Licences must equal", List.of("any number")),
            Map.entry("Available", List.of("yes", "no")),
            Map.entry("Included", List.of("no")),
            Map.entry("Over by at least (licences)", List.of("2")),
            Map.entry("Licences counted", List.of("2")));

    /** Names that other sheets may say, by their header: where they are given. */
    private static final Map<String, String> NAMED_ELSEWHERE =
            Map.of("Plan", "Plans", "Support plan", "Support plans", "Add-on", "Add-ons");

    private static final DataFormatter SHOWN = new DataFormatter();

    private record TermCell(String sheet, String address, int row, String header, String text) {
        /** Prices, minimums, caps, days, weights: each must be seen to decide, to be refused is not enough. */
        boolean isNumber() {
            return text.matches("\\d+(\\.\\d+)?( ?%)?");
        }
    }

    @TestFactory
    Stream<DynamicTest> plecto() {
        return cells(EditedWorkbook.PLECTO);
    }

    @TestFactory
    Stream<DynamicTest> activtrak() {
        return cells(EditedWorkbook.ACTIVTRAK);
    }

    @TestFactory
    Stream<DynamicTest> learning() {
        return cells(EditedWorkbook.LEARNING);
    }

    @TestFactory
    Stream<DynamicTest> pensero() {
        return cells(EditedWorkbook.PENSERO);
    }

    private static Stream<DynamicTest> cells(Vendor vendor) {
        List<TenantFacts> tenants = TermCellTenants.of(vendor, AS_OF);
        List<Assessment> before = assess(engine(EditedWorkbook.of(vendor).terms()), vendor, tenants);
        List<TermCell> cells = cellsOf(vendor);
        assertThat(cells).hasSizeGreaterThan(20);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.sheet() + "!" + cell.address() + " (" + cell.header() + ")",
                        () -> changes(vendor, cell, tenants, before)));
    }

    private static void changes(Vendor vendor, TermCell cell, List<TenantFacts> tenants, List<Assessment> before) {
        List<String> refused = new ArrayList<>();
        for (String other : others(vendor, cell)) {
            EditedWorkbook edited = renamed(vendor, cell, other);
            if (isLabel(cell)) {
                refusedByName(edited, cell);
                return;
            }
            PolicyReading reading = edited.read();
            if (reading instanceof PolicyReading.Refused problems) {
                problems.problems().forEach(problem -> refused.add(problem.toString()));
            } else if (makesADifference(((PolicyReading.Accepted) reading).terms(), vendor, cell, tenants, before)) {
                return;
            }
        }
        assertThat(cell.isNumber())
                .as("no tenant notices another number in " + cell)
                .isFalse();
        // a row that takes no other value there, and says so, has no decoration either
        String row = String.valueOf(cell.row());
        assertThat(refused)
                .as("no other value of " + cell + " changes the outcome of a tenant and is cited for it")
                .anyMatch(problem -> problem.matches(".*: \\Q" + cell.sheet() + "!\\E([A-Z]+" + row
                        + ": .*|.* stands already in [A-Z]+" + row + " .*)"));
    }

    /** The workbook with another value in a cell; a name is changed wherever it stands, as an analyst would. */
    private static EditedWorkbook renamed(Vendor vendor, TermCell cell, String other) {
        EditedWorkbook edited = EditedWorkbook.of(vendor).withoutScenarios().type(cell.sheet(), cell.address(), other);
        if (NAMED_ELSEWHERE.getOrDefault(cell.header(), "").equals(cell.sheet())) {
            cellsOf(vendor, SheetNames.TERMS).stream()
                    .filter(one -> one.header().equals(cell.header())
                            && one.text().equals(cell.text())
                            && !one.sheet().equals(cell.sheet()))
                    .forEach(one -> edited.type(one.sheet(), one.address(), other));
        }
        return edited;
    }

    private static boolean makesADifference(
            PolicyTerms terms, Vendor vendor, TermCell cell, List<TenantFacts> tenants, List<Assessment> before) {
        if (cell.header().equals("Shown to customers")) {
            // no rule asks it, but whoever shows use to customers does
            return !terms.plans().equals(EditedWorkbook.of(vendor).terms().plans());
        }
        return changed(engine(terms), vendor, cell, tenants, before);
    }

    /** A setting's name and unit say what the value means; a wrong one is refused where it stands. */
    private static boolean isLabel(TermCell cell) {
        return cell.sheet().equals("Settings")
                && (cell.header().equals("Name") || cell.header().equals("Unit"));
    }

    private static void refusedByName(EditedWorkbook edited, TermCell cell) {
        assertThat(edited.refusal()).anyMatch(problem -> problem.contains(cell.sheet() + "!" + cell.address() + ": "));
    }

    private static boolean changed(
            PolicyEngine engine, Vendor vendor, TermCell cell, List<TenantFacts> tenants, List<Assessment> before) {
        List<Assessment> after = assess(engine, vendor, tenants);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))
                    && (citesRow(before.get(i), vendor, cell) || citesRow(after.get(i), vendor, cell))) {
                return true;
            }
        }
        return false;
    }

    private static boolean citesRow(Assessment assessment, Vendor vendor, TermCell cell) {
        List<org.trueup.rules.outcome.Cell> cited = new ArrayList<>();
        if (assessment.position() != null) {
            cited.addAll(assessment.position().cells());
            assessment.position().entitlements().forEach(entitlement -> cited.add(entitlement.cell()));
        }
        assessment.findings().stream()
                .map(Finding::cell)
                .filter(found -> found != null)
                .forEach(cited::add);
        return cited.stream()
                .anyMatch(found -> found.workbook().equals(vendor + ".xlsx")
                        && found.sheet().equals(cell.sheet())
                        && found.row() == cell.row());
    }

    private static List<String> others(Vendor vendor, TermCell cell) {
        return candidates(vendor, cell).stream()
                .filter(other -> !other.equals(cell.text()))
                .toList();
    }

    private static List<String> candidates(Vendor vendor, TermCell cell) {
        String header = cell.header();
        if (NAMED_ELSEWHERE.containsKey(header)) {
            String sheet = NAMED_ELSEWHERE.get(header);
            return sheet.equals(cell.sheet())
                    ? List.of("Platinum")
                    : cellsOf(vendor).stream()
                            .filter(one ->
                                    one.sheet().equals(sheet) && one.header().equals(header))
                            .map(TermCell::text)
                            .distinct()
                            .toList();
        }
        boolean value = header.equals("Value") && !cell.text().contains("{");
        if (value && cell.text().matches("\\d+")) {
            return List.of("22", "12", "6");
        }
        if (value && (cell.text().equals("yes") || cell.text().equals("no"))) {
            return List.of("yes", "no");
        }
        return OTHERS.getOrDefault(header, List.of(cell.text() + " And more"));
    }

    private static List<TermCell> cellsOf(Vendor vendor) {
        return cellsOf(vendor, TERMS);
    }

    private static List<TermCell> cellsOf(Vendor vendor, List<String> sheets) {
        List<TermCell> cells = new ArrayList<>();
        EditedWorkbook.of(vendor).workbook(workbook -> {
            for (String name : sheets) {
                XSSFSheet sheet = workbook.getSheet(name);
                if (sheet != null) {
                    addCells(cells, sheet);
                }
            }
        });
        return cells;
    }

    private static void addCells(List<TermCell> cells, XSSFSheet sheet) {
        XSSFTable table = sheet.getTables().get(0);
        Map<Integer, String> headers = new TreeMap<>();
        for (Cell header : sheet.getRow(table.getStartRowIndex())) {
            headers.put(header.getColumnIndex(), header.getStringCellValue());
        }
        for (int row = table.getStartRowIndex() + 1; row <= sheet.getLastRowNum(); row++) {
            Row found = sheet.getRow(row);
            if (found != null) {
                for (Cell cell : found) {
                    if (cell.getCellType() != CellType.BLANK) {
                        cells.add(new TermCell(
                                sheet.getSheetName(),
                                cell.getAddress().formatAsString(),
                                row + 1,
                                headers.get(cell.getColumnIndex()),
                                SHOWN.formatCellValue(cell)));
                    }
                }
            }
        }
    }

    private static List<Assessment> assess(PolicyEngine engine, Vendor vendor, List<TenantFacts> tenants) {
        List<Assessment> all = new ArrayList<>(engine.assess(tenants, AS_OF));
        if (vendor.equals(EditedWorkbook.ACTIVTRAK)) {
            all.addAll(engine.assess(tenants, EARLIER));
        }
        return all;
    }

    private static PolicyEngine engine(PolicyTerms terms) {
        // ways back follow from the outcome, and would be most of the work
        return DroolsPolicyEngine.withoutWayBacks(List.of(terms));
    }
}
