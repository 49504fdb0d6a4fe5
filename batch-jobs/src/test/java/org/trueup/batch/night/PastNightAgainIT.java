package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** A past night run again: the same bytes, unless a version came that is in force on its date. */
class PastNightAgainIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final Vendor PENSERO = new Vendor("pensero");
    private static final String NIGHT = "2026-11-20";

    @TempDir
    Path folder;

    private final PolicyVersions versions = CONTEXT.bean(PolicyVersions.class);

    @BeforeEach
    void aStoredNight() {
        CONTEXT.clear();
        new NightFeed()
                .tenant("t1", "plecto")
                .subscription("t1", "s1", "Medium", "2", "2026-10-01", "2027-09-30")
                .account("t1", "a1", Map.of())
                .account("t1", "a2", Map.of())
                .account("t1", "a3", Map.of())
                .registration("t1", "a1", "2026-11-19")
                .registration("t1", "a2", "2026-11-19")
                .registration("t1", "a3", "2026-11-19")
                .tenant("t2", "pensero")
                .subscription("t2", "s1", "Starter", "", "2026-01-01", "2026-12-31")
                .load(CONTEXT, folder.resolve("feed"));
        night(NIGHT);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private void night(String asOf) {
        CONTEXT.night(asOf, folder);
    }

    /** The workbook that was shipped, with a minimum of its own in the first row of Plans. */
    private PolicyVersion publish(Vendor vendor, String effectiveOn, int minimum) {
        return versions.publish(
                new Publication(vendor, LocalDate.parse(effectiveOn), "Ann", "Ben", "Minimum " + minimum),
                withMinimum(vendor, minimum));
    }

    private static byte[] withMinimum(Vendor vendor, int minimum) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(PolicyBook.shipped().get(vendor)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var plans = workbook.getSheet("Plans");
            plans.getRow(3).forEach(heading -> {
                if (heading.getStringCellValue().equals("Minimum")) {
                    plans.getRow(4).getCell(heading.getColumnIndex()).setCellValue(minimum);
                }
            });
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Integer> files() throws IOException {
        return NightFiles.digests(folder.resolve(NIGHT));
    }

    private String required() throws IOException {
        return new NightFiles(folder).line(NIGHT, "positions.csv", "t1", "required", "policy_version");
    }

    @Test
    void itGivesTheSameBytesWhateverWasPublishedForOtherDates() throws IOException {
        Map<String, Integer> before = files();
        assertThat(before).containsKeys("positions.csv", "summary.json", "plecto.xlsx", "pensero.xlsx");

        night(NIGHT);
        assertThat(files()).isEqualTo(before);

        publish(PLECTO, "2026-11-21", 50);
        night("2026-11-21");
        night(NIGHT);
        assertThat(files()).isEqualTo(before);
        assertThat(required()).isEqualTo("5|1");
    }

    @Test
    void aPastDatedVersionChangesTheNightsFromItsFirstDayOnAndSaysWhich() throws IOException {
        Map<String, Integer> before = files();
        night("2026-11-21");

        PolicyVersion past = publish(PLECTO, NIGHT, 50);
        assertThat(versions.nightsTouchedBy(past)).containsExactly(LocalDate.parse(NIGHT), LocalDate.of(2026, 11, 21));
        assertThat(files()).as("until it is run again").isEqualTo(before);

        night(NIGHT);
        assertThat(required()).isEqualTo("50|2");
        assertThat(files()).isNotEqualTo(before);
    }

    @Test
    void aRollbackFromTheSameDayGivesTheBytesOfBeforeButForTheNumberOfTheVersion() throws IOException {
        String positions = positions();
        publish(PLECTO, NIGHT, 50);
        night(NIGHT);
        versions.rollBack(
                new Publication(PLECTO, LocalDate.parse(NIGHT), "Ann", "Ben", "It was wrong"),
                versions.all(PLECTO).get(0));
        night(NIGHT);
        assertThat(required()).isEqualTo("5|3");
        assertThat(positions().replace(",3,", ",1,")).isEqualTo(positions.replace(",3,", ",1,"));
    }

    private String positions() throws IOException {
        return Files.readString(folder.resolve(NIGHT).resolve("positions.csv"));
    }

    @Test
    void aVersionOfAnotherVendorLeavesThisOnesLinesAlone() throws IOException {
        String before = required();
        publish(PENSERO, NIGHT, 3);
        night(NIGHT);
        assertThat(required()).isEqualTo(before);
        assertThat(new NightFiles(folder).line(NIGHT, "positions.csv", "t2", "policy_version"))
                .isEqualTo("2");
    }
}
