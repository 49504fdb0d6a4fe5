package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
