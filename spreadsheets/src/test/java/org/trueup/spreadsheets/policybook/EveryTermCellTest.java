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
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.GeneratedTenants;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.fact.AccountKind;
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
    private static final List<String> TERMS =
            List.of("Plans", "Over the limit", "Who counts", "Exemption accounts", "Settings");
    /** What else a cell under a header may hold. */
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("Metric", List.of("added-users", "peak-daily-active")),
            Map.entry("Currency", List.of("EUR")),
            Map.entry("Status", List.of("OVERAGE")),
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
            Map.entry("Maximum", List.of("3")),
            Map.entry("Over by at least (licences)", List.of("2")),
            Map.entry("Licences counted", List.of("2")));

    private static final DataFormatter SHOWN = new DataFormatter();

    private record TermCell(String sheet, String address, int row, String header, String text) {}

    @TestFactory
    Stream<DynamicTest> plecto() {
        return cells(EditedWorkbook.PLECTO);
    }

    @TestFactory
    Stream<DynamicTest> pensero() {
        return cells(EditedWorkbook.PENSERO);
    }

    private static Stream<DynamicTest> cells(Vendor vendor) {
        List<TenantFacts> tenants = tenants(vendor);
        List<Assessment> before = engine(edited(vendor).terms()).assess(tenants, AS_OF);
        List<TermCell> cells = cellsOf(vendor);
        assertThat(cells).hasSizeGreaterThan(20);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.sheet() + "!" + cell.address() + " (" + cell.header() + ")",
                        () -> changes(vendor, cell, tenants, before)));
    }

    private static void changes(Vendor vendor, TermCell cell, List<TenantFacts> tenants, List<Assessment> before) {
        for (String other : others(cell)) {
            EditedWorkbook edited = edited(vendor).type(cell.sheet(), cell.address(), other);
            if (isLabel(cell)) {
                refusedByName(edited, cell);
                return;
            }
            if (changed(engine(edited.terms()), vendor, cell, tenants, before)) {
                return;
            }
        }
        throw new AssertionError("no other value of " + cell + " changes the outcome of a tenant and is cited for it");
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
        List<Assessment> after = engine.assess(tenants, AS_OF);
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

    private static List<String> others(TermCell cell) {
        if (cell.sheet().equals("Plans") && cell.header().equals("Plan")) {
            return List.of("Platinum");
        }
        if (cell.sheet().equals("Settings")
                && cell.header().equals("Value")
                && !cell.text().contains("{")) {
            return List.of("22");
        }
        List<String> others = OTHERS.getOrDefault(cell.header(), List.of(cell.text() + " And more"));
        return others.stream().filter(other -> !other.equals(cell.text())).toList();
    }

    private static List<TermCell> cellsOf(Vendor vendor) {
        List<TermCell> cells = new ArrayList<>();
        edited(vendor).workbook(workbook -> {
            for (String name : TERMS) {
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

    private static EditedWorkbook edited(Vendor vendor) {
        return vendor.equals(EditedWorkbook.PLECTO) ? EditedWorkbook.plecto() : EditedWorkbook.pensero();
    }

    private static PolicyEngine engine(PolicyTerms terms) {
        return new DroolsPolicyEngine(List.of(terms));
    }

    /** Generated tenants, and one for each corner that chance seldom finds. */
    private static List<TenantFacts> tenants(Vendor vendor) {
        List<TenantFacts> tenants = new ArrayList<>(new GeneratedTenants(7, AS_OF)
                .make(800).stream()
                        .filter(tenant -> tenant.tenant().vendor().equals(vendor))
                        .toList());
        for (String plan : List.of("Medium", "Large", "Enterprise", "Starter", "Growth")) {
            for (Integer licences : List.of(2, 4, 6, 8)) {
                tenants.add(TenantBuilder.tenantOf(vendor.name(), plan + licences)
                        .subscribed(plan, licences)
                        .active(5, "2026-11-03")
                        .with(integration("GitLab"))
                        .with(integration("Marketing"))
                        .with(integration("E-conomic"))
                        .with(integration("Campaigns").source("Google Ads"))
                        .facts());
            }
        }
        return tenants;
    }

    private static AccountBuilder integration(String name) {
        return AccountBuilder.person("x-" + name)
                .named(name)
                .source(name)
                .kind(AccountKind.INTEGRATION)
                .registeredOn("2026-11-03");
    }
}
