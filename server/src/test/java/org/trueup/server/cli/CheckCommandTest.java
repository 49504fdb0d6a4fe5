package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.spreadsheets.annotate.AnnotatedWorkbook;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** {@code check --annotate}: what it writes, and over what it never does. */
class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int check(Object... args) {
        String[] words = new String[args.length + 1];
        words[0] = "check";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        Surroundings surroundings = new Surroundings(
                (store, verbose) -> {
                    throw new AssertionError("no night is asked for");
                },
                new FakePolicies()::open,
                NoServer::open,
                Clock.systemUTC(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false);
        return Commands.run(surroundings, words);
    }

    private Path template(String name) throws IOException {
        return Files.write(folder.resolve(name), PolicyBook.template());
    }

    @Test
    void theAnnotatedWorkbookIsWrittenBesideTheOriginal() throws IOException {
        Path workbook = template("acme.xlsx");
        Path target = folder.resolve("checked/acme.xlsx");
        assertThat(check(workbook, "--annotate", target)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Wrote " + target + ", which opens on its sheet Problems.");
        assertThat(AnnotatedWorkbook.isOne(Files.readAllBytes(target))).isTrue();
        assertThat(Files.readAllBytes(workbook)).isEqualTo(PolicyBook.template());
        assertThat(folder.resolve("checked")).isDirectoryContaining(file -> file.equals(target));
        assertThat(check(target)).as("it is taken as the original is").isZero();
    }

    @Test
    void anEarlierAnnotationIsReplacedButNoOtherFile() throws IOException {
        Path workbook = template("acme.xlsx");
        Path target = folder.resolve("out.xlsx");
        assertThat(check(workbook, "--annotate", target)).isZero();
        assertThat(check(workbook, "--annotate", target)).isZero();
        Path precious = template("other.xlsx");
        assertThat(check(workbook, "--annotate", precious)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        precious + " is there already and stays as it is, since no check wrote it;"
                                + " move it away, or name another file with --annotate.\n");
        assertThat(Files.readAllBytes(precious)).isEqualTo(PolicyBook.template());
    }

    @Test
    void theWorkbookItselfIsNeverWrittenOver() throws IOException {
        Path workbook = template("acme.xlsx");
        assertThat(check(workbook, "--annotate", folder.resolve("x/../acme.xlsx")))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("--annotate names the workbook itself, " + workbook
                        + ", which stays as it is; name another file.\n");
        assertThat(Files.readAllBytes(workbook)).isEqualTo(PolicyBook.template());
    }

    @Test
    void severalWorkbooksAreWrongUsage() throws IOException {
        assertThat(check(template("a.xlsx"), template("b.xlsx"), "--annotate", folder.resolve("c.xlsx")))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("--annotate takes one workbook, but 2 are named; check one at a time.\n");
        assertThat(folder.resolve("c.xlsx")).doesNotExist();
    }

    @Test
    void aFileThatIsNoWorkbookIsToldInOneSentence() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.xlsx"), "Plan;Metric");
        Path target = folder.resolve("c.xlsx");
        assertThat(check(odd, "--annotate", target)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        target + " was not written: nothing can be written into the file: the file"
                                + " is not an Excel workbook; open it in Excel and save it as \"Excel Workbook (*.xlsx)\".\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void anotherEndingIsWrongUsage() throws IOException {
        assertThat(check(template("a.xlsx"), "--annotate", "out.pdf")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "--annotate \"out.pdf\" does not end in .xlsx; name a workbook to write.\n");
    }
}
