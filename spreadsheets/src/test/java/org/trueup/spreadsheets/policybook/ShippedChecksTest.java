package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.TenantBuilder.SubscriptionBuilder.to;
import static org.trueup.rules.TenantBuilder.activtrak;
import static org.trueup.rules.TenantBuilder.learning;
import static org.trueup.rules.TenantBuilder.pensero;
import static org.trueup.rules.TenantBuilder.plecto;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;

/** The checks that the product ships: each finds a tenant that is on its every boundary, and not the one beside it. */
class ShippedChecksTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-25");
    private static final String TODAY = "2026-11-25";

    private static final List<String> RESULTS = List.of("Code", "Severity", "Message");
    private static final Map<String, String> OTHER_PLANS =
            Map.of("Starter", "Growth", "Free", "Essentials", "Seats", "MAU", "MAU", "MAUC", "MAUC", "Seats");

    /** A check, the row that tells it, a tenant on all of its boundaries and what account managers read of it. */
    private record Shipped(Vendor vendor, String code, int row, TenantBuilder tenant, String message) {
        TenantFacts facts() {
            return tenant.facts();
        }
    }

    private static List<Shipped> all() {
        return Stream.of(ofPlecto(), ofPensero(), ofActivTrak(), ofLearning())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Shipped> ofPlecto() {
        Vendor vendor = EditedWorkbook.PLECTO;
        return List.of(
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        5,
                        plecto("a").subscribed("Large", 10).active(9, TODAY),
                        "9 of 10 licences were in use on the busiest day (90 %): offer more before the limit is"
                                + " reached."),
                new Shipped(
                        vendor,
                        "RENEWAL_WHILE_OVER",
                        6,
                        plecto("a").with(endingIn30Days("Large", 5)).active(6, TODAY),
                        "The term ends on 2026-12-25, and use is 1 above what was bought: renew for the number in use."),
                new Shipped(
                        vendor,
                        "HALF_UNUSED",
                        7,
                        plecto("a").subscribed("Large", 10).active(5, TODAY),
                        "On the busiest day of the month 5 of 10 licences were in use (50 %): show the team where Plecto"
                                + " helps, before the renewal does."),
                new Shipped(
                        vendor,
                        "DISCOUNT_OF_30_OR_MORE",
                        8,
                        plecto("a").with(to("Large", 9).discount("30")).active(7, TODAY),
                        "The discount is 30 % and the tenant is no nonprofit: check that it was approved."));
    }

    private static List<Shipped> ofPensero() {
        Vendor vendor = EditedWorkbook.PENSERO;
        return List.of(
                new Shipped(
                        vendor,
                        "STARTER_AT_ITS_FIFTH_SEAT",
                        5,
                        pensero("a").subscribed("Starter", 5).added(5),
                        "All five seats of the free plan are taken: show Tenant a what Growth adds."),
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        6,
                        pensero("a").subscribed("Growth", 20).added(18),
                        "18 of 20 seats are taken (90 %): offer more before the limit is reached."),
                new Shipped(
                        vendor,
                        "RENEWAL_WHILE_OVER",
                        7,
                        pensero("a").with(endingIn30Days("Growth", 5)).added(6),
                        "The term ends on 2026-12-25, and use is 1 above what was bought: renew for the number in use."),
                new Shipped(
                        vendor,
                        "HALF_UNUSED",
                        8,
                        pensero("a").subscribed("Growth", 10).added(5),
                        "5 of 10 seats are taken (50 %): find out who else should be on board before the renewal on"
                                + " 2026-12-31."),
                new Shipped(
                        vendor,
                        "DISCOUNT_OF_30_OR_MORE",
                        9,
                        pensero("a").with(to("Growth", 9).discount("30")).added(7),
                        "The discount is 30 % and the tenant is no nonprofit: check that it was approved."));
    }

    private static List<Shipped> ofActivTrak() {
        Vendor vendor = EditedWorkbook.ACTIVTRAK;
        return List.of(
                new Shipped(
                        vendor,
                        "FREE_PLAN_FULL",
                        5,
                        activtrak("a").subscribed("Free", 3).withHistory(3),
                        "All 3 licences of the free plan are used, and there is no grace period on it: tell Tenant a before"
                                + " the next user blocks the access."),
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        6,
                        activtrak("a").subscribed("Essentials", 10).withHistory(9),
                        "9 of 10 licences are used (90 %): offer more, or reclaim some, before the limit is"
                                + " reached."),
                new Shipped(
                        vendor,
                        "GRACE_ENDS_SOON",
                        7,
                        activtrak("a")
                                .subscribed("Essentials", 5)
                                .withHistory(6)
                                .earlierNight("2026-11-24", "2026-10-30", "Essentials"),
                        "The grace period is nearly over (days left: 3), then access is blocked: 12.16 USD covers what is missing."),
                new Shipped(
                        vendor,
                        "RENEWAL_WHILE_OVER",
                        8,
                        activtrak("a").with(endingIn30Days("Essentials", 5)).withHistory(6),
                        "The term ends on 2026-12-25, and use is 1 above what was bought: renew for the number in use."),
                new Shipped(
                        vendor,
                        "HALF_UNUSED",
                        9,
                        activtrak("a").subscribed("Essentials", 10).withHistory(5),
                        "5 of 10 licences are used (50 %): find out which teams are not tracked yet before the renewal on"
                                + " 2026-12-31."),
                new Shipped(
                        vendor,
                        "DISCOUNT_OF_30_OR_MORE",
                        10,
                        activtrak("a").with(to("Essentials", 9).discount("30")).withHistory(7),
                        "The discount is 30 % and the tenant is no nonprofit: check that it was approved."));
    }

    private static List<Shipped> ofLearning() {
        Vendor vendor = EditedWorkbook.LEARNING;
        return List.of(
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        5,
                        learning("a").subscribed("Seats", 20).loggedIn(18, TODAY),
                        "18 of 20 seats are taken (90 %): deactivate who left, or offer more."),
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        6,
                        learning("a").subscribed("MAUC", 20).loggedIn(18, TODAY),
                        "18 of 20 credits are used (90 %), and the plan runs until 2026-12-31: plan the next pool."),
                new Shipped(
                        vendor,
                        "USE_AT_90_PERCENT",
                        7,
                        learning("a").subscribed("MAU", 20).loggedIn(18, TODAY),
                        "18 of 20 monthly users have logged in so far (90 %): offer more before the month is out."),
                new Shipped(
                        vendor,
                        "RENEWAL_WHILE_OVER",
                        8,
                        learning("a").with(endingIn30Days("Seats", 5)).loggedIn(6, TODAY),
                        "The term ends on 2026-12-25, and use is 1 above what was bought: renew for the number in use."),
                new Shipped(
                        vendor,
                        "HALF_UNUSED",
                        9,
                        learning("a").subscribed("Seats", 10).loggedIn(5, TODAY),
                        "5 of 10 seats are taken (50 %): plan the launch for the learners who are missing."),
                new Shipped(
                        vendor,
                        "HALF_UNUSED",
                        10,
                        learning("a").subscribed("MAU", 10).loggedIn(5, TODAY),
                        "5 of 10 monthly users were needed this month (50 %): plan what brings the learners back."),
                new Shipped(
                        vendor,
                        "PILOT_ENDS_SOON",
                        11,
                        learning("a")
                                .with(to("Seats", 5).term(Term.PILOT).from("2026-11-01", "2026-12-09"))
                                .loggedIn(2, TODAY),
                        "The pilot of Seats ends on 2026-12-09: ask Tenant a how it went and offer a plan. 2 of 5 are used."),
                new Shipped(
                        vendor,
                        "DISCOUNT_OF_30_OR_MORE",
                        12,
                        learning("a").with(to("Seats", 9).discount("30")).loggedIn(7, TODAY),
                        "The discount is 30 % and the tenant is no nonprofit: check that it was approved."));
    }

    private static SubscriptionBuilder endingIn30Days(String plan, int licences) {
        return to(plan, licences).from("2025-12-26", "2026-12-25");
    }

    @TestFactory
    Stream<DynamicTest> eachFindsTheTenantOnItsBoundaries() {
        return all().stream()
                .map(shipped -> DynamicTest.dynamicTest(
                        shipped.vendor() + " " + shipped.code() + " of row " + shipped.row(),
                        () -> assertThat(told(policy(EditedWorkbook.of(shipped.vendor())), shipped))
                                .as("not told")
                                .get()
                                .extracting(ShippedChecksTest::withoutWayBack)
                                .isEqualTo(shipped.message())));
    }

    private static String withoutWayBack(Finding finding) {
        return finding.message().replaceFirst(" Way back: .*", "");
    }

    /** A step over a boundary or another word, and the tenant is not told of any more. */
    @TestFactory
    Stream<DynamicTest> eachConditionOfARowCounts() {
        return all().stream()
                .flatMap(shipped -> conditions(shipped).entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                shipped.vendor() + "!" + cell.getKey() + " of row " + shipped.row(),
                                () -> changes(shipped, cell.getKey(), cell.getValue()))));
    }

    private static void changes(Shipped shipped, String header, String address) {
        EditedWorkbook edited =
                EditedWorkbook.of(shipped.vendor()).at(CheckTerms.SHEET, address, cell -> edit(header, cell));
        PolicyReading reading = edited.read();
        if (reading instanceof PolicyReading.Refused refused) {
            // another row says so already
            assertThat(refused.problems().get(0).message()).contains("stands already in");
        } else {
            assertThat(told(((PolicyReading.Accepted) reading).policy(), shipped))
                    .isEmpty();
        }
    }

    private static void edit(String header, Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC) {
            double step = header.endsWith("(%)") ? 0.01 : 1;
            cell.setCellValue(cell.getNumericCellValue() + (header.contains("at least") ? step : -step));
            return;
        }
        String text = cell.getStringCellValue();
        cell.setCellValue(
                switch (header) {
                    case "Plan" -> OTHER_PLANS.get(text);
                    case "Term" -> "trial";
                    case "Status" -> "BLOCKED";
                    case "Nonprofit" -> "yes";
                    case "Severity" -> text.equals("INFO") ? "WARNING" : "INFO";
                    case "Code" -> "ANOTHER_NAME";
                    default -> text + " And more.";
                });
    }

    @Test
    void everyShippedCheckHasItsTenant() {
        for (Vendor vendor : PolicyBook.shipped().keySet()) {
            List<Integer> rows = all().stream()
                    .filter(shipped -> shipped.vendor().equals(vendor))
                    .map(Shipped::row)
                    .toList();
            assertThat(codes(vendor).keySet()).as(vendor.name()).containsExactlyElementsOf(rows);
        }
    }

    @Test
    void aNonprofitsDiscountIsNotAskedAbout() {
        Shipped nonprofit = new Shipped(
                EditedWorkbook.PLECTO,
                "DISCOUNT_OF_30_OR_MORE",
                8,
                plecto("a").nonprofit().with(to("Large", 9).discount("50")).active(7, TODAY),
                "");
        assertThat(told(policy(EditedWorkbook.plecto()), nonprofit)).isEmpty();
    }

    private static Map<Integer, String> codes(Vendor vendor) {
        Map<Integer, String> codes = new TreeMap<>();
        EditedWorkbook.of(vendor).sheet(CheckTerms.SHEET, sheet -> {
            for (int row = 4; row <= sheet.getLastRowNum(); row++) {
                String code = sheet.getRow(row).getCell(0).getStringCellValue();
                if (!code.isEmpty()) {
                    codes.put(row + 1, code);
                }
            }
        });
        return codes;
    }

    /** The filled condition cells of a check's row, by their header. */
    private static Map<String, String> conditions(Shipped shipped) {
        Map<String, String> cells = new TreeMap<>();
        EditedWorkbook.of(shipped.vendor()).sheet(CheckTerms.SHEET, sheet -> {
            for (Cell cell : sheet.getRow(shipped.row() - 1)) {
                if (cell.getCellType() != CellType.BLANK
                        && !RESULTS.contains(
                                sheet.getRow(3).getCell(cell.getColumnIndex()).getStringCellValue())) {
                    cells.put(
                            sheet.getRow(3).getCell(cell.getColumnIndex()).getStringCellValue(),
                            cell.getAddress().formatAsString());
                }
            }
        });
        return cells;
    }

    private static Policy policy(EditedWorkbook book) {
        PolicyReading reading = book.read();
        assertThat(reading).as(reading.toString()).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    /** What a policy's check says of its tenant. */
    private static Optional<Finding> told(Policy policy, Shipped shipped) {
        return DroolsPolicyEngine.withChecks(List.of(policy)).assess(shipped.facts(), AS_OF).findings().stream()
                .filter(finding -> finding.code().equals(shipped.code())
                        && finding.rule().equals("Checks row " + shipped.row())
                        && String.valueOf(finding.cell()).startsWith(shipped.vendor() + ".xlsx!Checks!A"))
                .findFirst();
    }
}
