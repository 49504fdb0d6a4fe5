package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.StoreChoice;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** {@code trueup diff}. */
class DiffCommandTest {
    private final FakePolicies policies = new FakePolicies();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void twoWorkbooks() throws IOException {
        before = Files.write(folder.resolve("old.xlsx"), PolicyBook.template());
        after = Files.write(folder.resolve("acme.xlsx"), PolicyBook.template());
    }

    private int trueup(String... args) {
        Surroundings surroundings = new Surroundings(
                (store, verbose) -> {
                    throw new AssertionError("no night is asked for");
                },
                policies::open,
                NoServer::open,
                Clock.systemUTC(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false);
        return Commands.run(surroundings, args);
    }

    @Test
    void differencesAreToldLineByLineWithoutAStore() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before))) {
            workbook.getSheet("Plans").getRow(4).getCell(0).setCellValue("Another");
            try (OutputStream file = Files.newOutputStream(after)) {
                workbook.write(file);
            }
        }
        assertThat(trueup("diff", before.toString(), after.toString())).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Plans, row ").endsWith(" → \"Another\" (A5)"),
                        line -> assertThat(line).isEqualTo("1 difference from " + before + " to " + after + "."));
        assertThat(err.toString()).isEmpty();
        assertThat(policies.store).isNull();
    }

    @Test
    void noDifferenceIsToldAsOne() {
        assertThat(trueup("diff", before.toString(), after.toString())).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("No difference: " + before + " and " + after + " say the same.\n");
    }

    @Test
    void aFileThatIsNoWorkbookIsNamed() throws IOException {
        Files.writeString(after, "no workbook");
        assertThat(trueup("diff", before.toString(), after.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(after
                        + ": the file is not an Excel workbook; open it in Excel and save it as \"Excel Workbook"
                        + " (*.xlsx)\".\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.xlsx");
        assertThat(trueup("diff", nowhere.toString(), after.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines(nowhere + " is not there.\n");
    }

    @Test
    void oneWorkbookAloneIsWrongUsage() {
        assertThat(trueup("diff", before.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("trueup diff needs NEW.xlsx; \"trueup diff --help\" says more.\n");
    }

    @Test
    void aVersionOfTheStoreIsComparedWithAFile() throws IOException {
        keepTwoVersions();
        assertThat(trueup("diff", "acme@1", before.toString(), "--home", "elsewhere"))
                .isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("No difference: acme@1 and " + before + " say the same.\n");
        assertThat(policies.store).isEqualTo(new StoreChoice(Path.of("elsewhere"), null, true));
        assertThat(policies.closed).isTrue();
    }

    @Test
    void twoVersionsOfTheStoreAreCompared() throws IOException {
        keepTwoVersions();
        assertThat(trueup("diff", "acme@1", "acme@2")).isZero();
        assertThat(out.toString()).contains("→ \"Another\" (A5)").endsWith("1 difference from acme@1 to acme@2.\n");
    }

    @Test
    void aVersionThatTheStoreDoesNotHoldIsNamed() throws IOException {
        keepTwoVersions();
        assertThat(trueup("diff", "acme@1", "acme@3")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("There is no version 3 of acme; the store holds versions 1 to 2,"
                        + " \"trueup versions acme\" lists them.\n");
    }

    @Test
    void aMisspelledFileIsNamedBeforeTheStoreIsOpened() {
        assertThat(trueup("diff", "acme@1", "nowhere.xlsx")).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("nowhere.xlsx is not there.\n");
        assertThat(policies.store).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acme@0  | "0" is not the number of a version like 3.
            Acme@1  | "Acme" is not a vendor's name like plecto.
            """)
    void aVersionThatCannotBeIsWrongUsage(String named, String sentence) {
        assertThat(trueup("diff", named, "acme@1")).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(sentence + "\n");
    }

    @Test
    void aFileInAFolderWithThatSignIsAFile() throws IOException {
        Path old = Files.createDirectory(folder.resolve("at@1")).resolve("acme.xlsx");
        Files.copy(before, old);
        assertThat(trueup("diff", old.toString(), after.toString())).isZero();
        assertThat(policies.store).isNull();
    }

    private void keepTwoVersions() throws IOException {
        Publication publication =
                new Publication(new Vendor("acme"), LocalDate.of(2026, 11, 21), "Ada Lind", "Bo Ek", "A test");
        policies.publish(publication, Files.readAllBytes(before));
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
                ByteArrayOutputStream changed = new ByteArrayOutputStream()) {
            workbook.getSheet("Plans").getRow(4).getCell(0).setCellValue("Another");
            workbook.write(changed);
            policies.publish(publication, changed.toByteArray());
        }
    }
}
