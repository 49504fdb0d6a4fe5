package org.trueup.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** Hostile workbooks sent to {@code publish}: the versions stay as they were, no store is opened, and no code in them runs. */
class HostileWorkbookTest {
    private static final String CANARY = "trueup.canary";
    private static final String CODE = "System.setProperty(\"" + CANARY + "\", \"sung\")";

    private final FakePolicies policies = new FakePolicies();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void whatIsPublishedStaysAsItWas(String name, byte[] workbook, String said) throws IOException {
        policies.keep("acme", LocalDate.of(2026, 1, 1), "Ada Lind", "Bo Ek", "First version");
        List<PolicyVersion> before = List.copyOf(policies.kept);
        Path file = Files.write(folder.resolve("acme.xlsx"), workbook);

        assertThat(publish(file)).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("acme.xlsx: " + said)
                .endsWith("; nothing was published." + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
        assertThat(policies.kept).isEqualTo(before);
        assertThat(policies.store).as("a store that was opened").isNull();
        assertThat(System.getProperty(CANARY))
                .as("what the code would have left")
                .isNull();
    }

    static Stream<Arguments> workbooks() {
        byte[] template = PolicyBook.template();
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        return Stream.of(
                Arguments.of("no workbook", "Plan;Metric".getBytes(UTF_8), "error: the file is not an Excel workbook;"),
                Arguments.of(
                        "cut off",
                        Arrays.copyOf(template, template.length / 2),
                        "error: the file is damaged or cut off;"),
                Arguments.of("macros", with("xl/vbaProject.bin", new byte[1]), "error: the workbook holds macros;"),
                Arguments.of(
                        "links to other workbooks",
                        with("xl/externalLinks/externalLink1.xml", "<x/>".getBytes(UTF_8)),
                        "error: the workbook links to other workbooks;"),
                Arguments.of(
                        "an entity that reads a file",
                        with("xl/evil.xml", xxe.getBytes(UTF_8)),
                        "error: the workbook holds an XML document type"),
                Arguments.of(
                        "a zip bomb",
                        with("xl/media/image1.png", new byte[64 << 20]),
                        "error: the workbook is too large when unpacked"),
                Arguments.of(
                        "a formula",
                        typed(book ->
                                book.getSheet("Plans").getRow(4).createCell(4).setCellFormula("1+1")),
                        "Plans!E5: error: the cell holds a formula;"),
                Arguments.of(
                        "code in a condition",
                        typed(book -> book.getSheet("Plans")
                                .getRow(4)
                                .createCell(4)
                                .setCellValue("7 || " + CODE + " == null")),
                        "Plans!E5: error: \"7 || System.setProperty("),
                Arguments.of(
                        "code of a decision table",
                        typed(book -> {
                            var row = book.getSheet("Checks").createRow(30);
                            row.createCell(0).setCellValue("CONDITION");
                            row.createCell(1).setCellValue(CODE);
                        }),
                        "Checks!B31: error: \"System.setProperty("),
                Arguments.of(
                        "a sheet of rules",
                        typed(book -> book.createSheet("Rules")
                                .createRow(0)
                                .createCell(0)
                                .setCellValue("RuleSet")),
                        "Rules: error: a policy workbook has no sheet \"Rules\""));
    }

    private int publish(Path file) {
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
        return Commands.run(
                surroundings,
                "publish",
                file.toString(),
                "--effective",
                "2026-12-01",
                "--author",
                "Eve",
                "--approved-by",
                "Mallory",
                "--note",
                "Nothing to see");
    }

    private static byte[] typed(Consumer<XSSFWorkbook> edit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()))) {
            edit.accept(book);
            book.write(out);
        } catch (IOException impossible) {
            throw new AssertionError("the template is read and written in memory", impossible);
        }
        return out.toByteArray();
    }

    /** The template with one more part in its package. */
    private static byte[] with(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(PolicyBook.template()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new AssertionError("the template is read and written in memory", impossible);
        }
        return out.toByteArray();
    }
}
