package org.trueup.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/**
 * A vendor that no program knows, made of a workbook alone: template, a few cells typed, published, and the night decides
 * its tenants. Each step is a program of its own, as people run them.
 */
class PublishIT {
    @TempDir
    static Path folder;

    private static RunProgram.Ended first;
    private static RunProgram.Ended second;

    @BeforeAll
    static void aFifthVendorAndTwoNights() throws Exception {
        succeed("new-policy", "acme", "--out", workbook("acme").toString());
        type(workbook("acme"), "Plans", Map.of("A5", "Team", "B5", "peak-daily-active", "C5", 12.5, "E5", 4));
        type(workbook("acme"), "Over the limit", Map.of("M7", "OVERAGE", "Q7", "Ask for the third licence."));
        type(
                workbook("acme"),
                "Checks",
                Map.of("A9", "OVER_AT_ALL", "M9", 1, "R9", "VIOLATION", "S9", "{tenant} is {over} over {licensed}."));
        first = publish("acme", "2026-11-01");
        type(
                workbook("acme"),
                "Checks",
                Map.of("A10", "ON_TEAM", "B10", "Team", "R10", "INFO", "S10", "Call {account manager}."));
        type(workbook("acme"), "Plans", Map.of("E5", 50));
        second = publish("acme", "2026-12-01");
        Files.write(workbook("plecto"), PolicyBook.shipped().get(new Vendor("plecto")));
        type(workbook("plecto"), "Plans", Map.of("E5", 77));
        withoutScenarios(workbook("plecto"));
        publish("plecto", "2026-11-15");
        feed();
        night("2026-11-21", "--feed", folder.resolve("feed").toString());
        night("2026-12-02");
        night("2026-11-10");
    }

    private static void feed() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Files.writeString(feed.resolve("tenants.csv"), """
                tenant_id,name,vendor,account_manager
                t1,One Ltd,acme,Ada Lind
                t2,Two Ltd,acme,Ada Lind
                t3,Three Ltd,plecto,Ada Lind
                """);
        Files.writeString(feed.resolve("subscriptions.csv"), """
                tenant_id,subscription_id,plan,licenses,starts_on,ends_on
                t1,s1,Team,2,2026-10-01,2027-09-30
                t2,s2,Team,60,2026-10-01,2027-09-30
                t3,s3,Medium,6,2026-10-01,2027-09-30
                """);
        Files.writeString(feed.resolve("accounts.csv"), """
                tenant_id,account_id,name,kind
                t1,a1,Ann,person
                t1,a2,Bob,person
                t1,a3,Cy,person
                t1,a4,Robot,system
                """);
        Files.writeString(feed.resolve("activity.csv"), """
                tenant_id,account_id,at
                t1,a1,2026-11-20
                t1,a2,2026-11-20
                t1,a3,2026-11-20
                t1,a4,2026-11-20
                """);
    }

    @Test
    void publishingSaysWhatItDid() {
        assertThat(first.out()).isEqualToNormalizingNewlines("""
                        Published acme.xlsx as version 1 of acme, in force from 2026-11-01.
                        acme is a new vendor: a workbook is the policy of the vendor that its file is named after.
                        """);
        assertThat(second.out())
                .isEqualToNormalizingNewlines("Published acme.xlsx as version 2 of acme, in force from 2026-12-01.\n");
    }

    @Test
    void theNewVendorsTenantsAreDecidedByItsWorkbook() throws IOException {
        Map<String, String> position = row("2026-11-21", "positions.csv", "t1");
        assertThat(position)
                .containsEntry("vendor", "acme")
                .containsEntry("plan", "Team")
                .containsEntry("metric", "peak-daily-active")
                .containsEntry("used", "3")
                .containsEntry("licensed", "2")
                .containsEntry("required", "4")
                .containsEntry("status", "OVERAGE")
                .containsEntry("policy_version", "1");
        assertThat(position.get("cells").split(" acme.xlsx!")).anyMatch(cell -> cell.endsWith("Over the limit!M7"));
        assertThat(row("2026-11-21", "positions.csv", "t2")).containsEntry("status", "COMPLIANT");
        assertThat(folder.resolve("reports/2026-11-21/acme.xlsx")).exists();
    }

    @Test
    void itsFindingsNameTheCellsOfItsWorkbook() throws IOException {
        assertThat(rows("2026-11-21", "findings.csv"))
                .filteredOn(finding -> finding.get("code").equals("BELOW_PLAN_MINIMUM"))
                .extracting(finding -> finding.get("tenant_id") + " " + finding.get("cell"))
                .contains("t1 acme.xlsx!Plans!E5")
                .doesNotContain("t2 acme.xlsx!Plans!E5");
    }

    @Test
    void itsOwnChecksAreToldFromTheVersionOnThatHasThem() throws IOException {
        assertThat(rows("2026-11-21", "findings.csv"))
                .filteredOn(finding -> finding.get("code").equals("OVER_AT_ALL"))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .containsEntry("tenant_id", "t1")
                        .containsEntry("severity", "VIOLATION")
                        .containsEntry("rule", "Checks row 9")
                        .containsEntry("cell", "acme.xlsx!Checks!A9")
                        .hasEntrySatisfying(
                                "message",
                                message -> assertThat(message).startsWith("One Ltd is 1 over 2. Way back: buy "))
                        .hasEntrySatisfying("way_back", way -> assertThat(way).startsWith("buy ")));
        assertThat(Files.readString(folder.resolve("reports/2026-11-21/findings.csv")))
                .contains("One Ltd is 1 over 2. Way back: buy ")
                .doesNotContain("Call Ada Lind.");
        assertThat(Files.readString(folder.resolve("reports/2026-12-02/findings.csv")))
                .contains(
                        "t1,acme,ON_TEAM,INFO,Call Ada Lind.,Checks row 10,acme.xlsx!Checks!A10,", "t2,acme,ON_TEAM,");
    }

    @Test
    void theMetricAloneDecidesWhichFindingsThereAre() throws IOException {
        assertThat(rows("2026-11-21", "findings.csv"))
                .extracting(finding -> finding.get("tenant_id") + " " + finding.get("code") + " " + finding.get("cell"))
                .contains("t1 OVER_LICENSED_COUNT acme.xlsx!Over the limit!M7");
    }

    @Test
    void aVersionIsUsedFromItsFirstDayOnAndNotEarlier() throws IOException {
        assertThat(row("2026-12-02", "positions.csv", "t1"))
                .containsEntry("policy_version", "2")
                .containsEntry("required", "50");
        assertThat(row("2026-11-21", "positions.csv", "t1")).containsEntry("required", "4");
    }

    @Test
    void aPublishedVersionOfAShippedVendorWinsFromItsDayOnAndSurvivesRestarts() throws Exception {
        assertThat(row("2026-11-10", "positions.csv", "t3")).containsEntry("policy_version", "1");
        assertThat(row("2026-11-21", "positions.csv", "t3"))
                .containsEntry("policy_version", "2")
                .containsEntry("required", "77");
        assertThat(succeed("versions", "plecto", "--home", home()).out().lines())
                .as("a heading and two versions")
                .hasSize(3);
    }

    @Test
    void aRollbackBringsTheEarlierWorkbookBackSaysWhichNightsItTouchesAndIsInTheTrail() throws Exception {
        RunProgram.Ended rolledBack = succeed(
                "rollback",
                "acme",
                "1",
                "--effective",
                "2026-12-02",
                "--author",
                "Bo Ek",
                "--approved-by",
                "Ada Lind",
                "--note",
                "Too high",
                "--home",
                home());
        assertThat(rolledBack.out()).isEqualToNormalizingNewlines("""
                        Version 1 of acme is back as version 3, in force from 2026-12-02.
                        1 stored night was decided before this version came: 2026-12-02. To decide it anew:
                          trueup nightly --vendor acme --as-of 2026-12-02 --home HOME
                        """.replace("HOME", home()));
        assertThat(succeed("versions", "acme", "--history", "--home", home())
                        .out()
                        .lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("At "),
                        line -> assertThat(line).contains("  published    1  "),
                        line -> assertThat(line).contains("  published    2  "),
                        line -> assertThat(line)
                                .contains("  rolled back  3  ")
                                .endsWith("  (back to version 1) Too high"));
    }

    @Test
    void aRefusedWorkbookLeavesTheStoreAsItWas() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other")).resolve("acme.xlsx");
        Files.write(other, PolicyBook.template());
        type(other, "Plans", Map.of("B5", "number-of-hats", "E5", "five"));
        RunProgram.Ended refused = RunProgram.with(publishing(other, "2026-11-02"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("acme.xlsx: Plans!B5: error: \"number-of-hats\" is not one of"),
                        line -> assertThat(line)
                                .startsWith("acme.xlsx: Plans!E5: error: \"five\" is not a whole number"),
                        line -> assertThat(line).isEqualTo(other + " has 2 errors; nothing was published."));
        assertThat(succeed("versions", "acme", "--home", home()).out()).doesNotContain("2026-11-02");
    }

    private static Path workbook(String vendor) {
        return folder.resolve(vendor + ".xlsx");
    }

    private static String home() {
        return folder.resolve("home").toString();
    }

    private static RunProgram.Ended publish(String vendor, String effective) throws Exception {
        return succeed(publishing(workbook(vendor), effective));
    }

    private static String[] publishing(Path workbook, String effective) {
        return new String[] {
            "publish",
            workbook.toString(),
            "--effective",
            effective,
            "--author",
            "Ada Lind",
            "--approved-by",
            "Bo Ek",
            "--note",
            "A test",
            "--home",
            home()
        };
    }

    private static void night(String asOf, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("nightly", "--as-of", asOf, "--home", home()));
        args.addAll(List.of("--reports", folder.resolve("reports").toString()));
        args.addAll(List.of(more));
        succeed(args.toArray(String[]::new));
    }

    private static RunProgram.Ended succeed(String... args) throws Exception {
        RunProgram.Ended ended = RunProgram.with(args);
        assertThat(ended.exit()).as(Arrays.toString(args) + ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended;
    }

    /** Types into cells as an analyst would. */
    private static void type(Path file, String sheet, Map<String, Object> cells) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            cells.forEach((address, value) -> {
                CellReference place = new CellReference(address);
                Cell cell = workbook.getSheet(sheet)
                        .getRow(place.getRow())
                        .getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else {
                    cell.setCellValue(value.toString());
                }
            });
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    /** The shipped ones test the shipped rows. */
    private static void withoutScenarios(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            workbook.removeSheetAt(workbook.getSheetIndex("Scenarios"));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static Map<String, String> row(String night, String file, String tenant) throws IOException {
        return rows(night, file).stream()
                .filter(row -> row.get("tenant_id").equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> rows(String night, String file) throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve("reports").resolve(night).resolve(file));
        List<String> header = List.of(lines.get(0).split(","));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            // quoted cells are sentences, which no test here looks at
            List<String> cells = List.of(line.replaceAll("\"[^\"]*\"", "…").split(",", -1));
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
