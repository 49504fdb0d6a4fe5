package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.batch.store.PolicyEvent;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.StoreChoice;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** {@code new-policy}, {@code publish}, {@code rollback} and {@code versions}. */
class PolicyCommandsTest {
    private final FakePolicies policies = new FakePolicies();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

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

    private int publish(Path workbook, String... more) {
        List<String> args = new ArrayList<>(List.of("publish", workbook.toString(), "--note", "First version"));
        args.addAll(List.of(more));
        return trueup(args.toArray(String[]::new));
    }

    private int publish(Path workbook) {
        return publish(workbook, "--effective", "2026-12-01", "--author", "Ada Lind", "--approved-by", "Bo Ek");
    }

    private Path template(String name) throws IOException {
        return Files.write(folder.resolve(name), PolicyBook.template());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            publish                                    | trueup publish needs --effective DATE, --author NAME, --approved-by NAME, --note TEXT and WORKBOOK; "trueup publish --help" says more.
            publish a.xlsx --author A --approved-by B --note C | trueup publish needs --effective DATE; "trueup publish --help" says more.
            publish --effective 2026-12-01 --author A --approved-by B --note C | trueup publish needs WORKBOOK; "trueup publish --help" says more.
            publish a.xlsx --effective 1/12/2026 --author A --approved-by B --note C | --effective "1/12/2026" is not a date like 2026-11-21.
            publish a.xlsx --effective 2026-12-32 --author A --approved-by B --note C | --effective "2026-12-32" is not a date like 2026-11-21.
            publish a.xlsx --effective 2026-12-01 --author= --approved-by B --note C | --author "" is not a name of 1 to 190 characters.
            publish a.xlsx --effective 2026-12-01 --autor A --approved-by B --note C | "--autor" is not an option of trueup publish; did you mean --author?
            publish a.xlsx --effective 2026-12-01 --author A --approved-by B --note | --note TEXT needs a value.
            publish a.xlsx b.xlsx --effective 2026-12-01 --author A --approved-by B --note C | "b.xlsx" is not understood by trueup publish; "trueup publish --help" lists what is.
            publish Acme.xlsx --effective 2026-12-01 --author A --approved-by B --note C | "Acme.xlsx" does not say which vendor it is for; name the file as the feed names the vendor (a-z, 0-9 and -), for example acme.xlsx.
            publish a/acme.xls --effective 2026-12-01 --author A --approved-by B --note C | "acme.xls" is no Excel Workbook (.xlsx); save it as one, for example acme.xlsx.
            publish acme.xlsx --effective 2026-12-01 --author Ann --approved-by ANN --note C | --author and --approved-by are both "ANN"; a policy needs two people.
            rollback acme --effective 2026-12-01 --author A --approved-by B --note C | trueup rollback needs VERSION; "trueup rollback --help" says more.
            rollback acme v3 --effective 2026-12-01 --author A --approved-by B --note C | "v3" is not the number of a version like 3.
            rollback acme 0 --effective 2026-12-01 --author A --approved-by B --note C | "0" is not the number of a version like 3.
            new-policy                                 | trueup new-policy needs VENDOR; "trueup new-policy --help" says more.
            new-policy Acme                            | "Acme" is not a vendor's name like plecto.
            new-policy ../acme                         | "../acme" is not a vendor's name like plecto.
            versions                                   | trueup versions needs VENDOR; "trueup versions --help" says more.
            versions PLECTO                            | "PLECTO" is not a vendor's name like plecto.
            """)
    void wrongUsageIsOneSentenceAndExitCodeTwo(String args, String sentence) {
        assertThat(trueup(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(sentence + "\n");
        assertThat(out.toString()).isEmpty();
        assertThat(policies.store).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada lind", " Ada  Lind ", "AdaLind", "ＡＤＡ\u00a0Lind"})
    void theSamePersonIsRecognisedHoweverTheNameIsTyped(String approver) throws IOException {
        Path workbook = template("acme.xlsx");
        assertThat(publish(workbook, "--effective", "2026-12-01", "--author", "Ada Lind", "--approved-by", approver))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a policy needs two people.");
        assertThat(policies.store).isNull();
    }

    @Test
    void aNoteThatIsTooLongForTheStoreIsRefused() {
        assertThat(trueup(
                        "publish",
                        "a.xlsx",
                        "--effective=2026-12-01",
                        "--author=A",
                        "--approved-by=B",
                        "--note=" + "x".repeat(2_001)))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("--note is longer than 2000 characters; write a shorter one.\n");
    }

    @Test
    void publishKeepsTheWorkbookUnderTheVendorOfTheFilesName() throws IOException {
        Path workbook = template("acme.xlsx");
        assertThat(publish(
                        workbook,
                        "--effective=2026-12-01",
                        "--author",
                        " Ada \t Lind",
                        "--approved-by",
                        "Bo Ek",
                        "--home",
                        "elsewhere"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        Published acme.xlsx as version 1 of acme, in force from 2026-12-01.
                        acme is a new vendor: a workbook is the policy of the vendor that its file is named after.
                        """);
        assertThat(policies.store).isEqualTo(new StoreChoice(Path.of("elsewhere"), null));
        PolicyVersion kept = policies.kept.get(0);
        assertThat(List.of(kept.vendor().name(), kept.author(), kept.approver(), kept.note()))
                .containsExactly("acme", "Ada Lind", "Bo Ek", "First version");
        assertThat(kept.effectiveOn()).isEqualTo("2026-12-01");
        assertThat(policies.workbooks).containsExactly(PolicyBook.template());
        assertThat(policies.closed).isTrue();
    }

    @Test
    void publishSaysWhichVersionTakesOverLater() throws IOException {
        policies.keep("acme", LocalDate.of(2027, 3, 1), "A", "B", "");
        policies.keep("acme", LocalDate.of(2027, 1, 1), "A", "B", "");
        policies.keep("acme", LocalDate.of(2027, 1, 1), "A", "B", "");
        assertThat(publish(template("acme.xlsx"))).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Published acme.xlsx as version 4 of acme, in force from 2026-12-01.
                From 2027-01-01 on, version 3 is in force instead, published before.
                """);
    }

    @Test
    void publishSaysThatTheWorkbookIsAnEarlierOne() throws IOException {
        publish(template("acme.xlsx"));
        out.getBuffer().setLength(0);
        assertThat(publish(template("acme.xlsx"))).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Published acme.xlsx as version 2 of acme, in force from 2026-12-01.
                The workbook is the same as that of version 1.
                """);
    }

    @Test
    void publishListsTheStoredNightsThatItTouchesAndHowToDecideThemAnew() throws IOException {
        policies.nights.addAll(List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 3)));
        assertThat(publish(
                        template("acme.xlsx"),
                        "--effective=2026-12-01",
                        "--author=Ada",
                        "--approved-by=Bo",
                        "--home=my home"))
                .isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Published acme.xlsx as version 1 of acme, in force from 2026-12-01.
                acme is a new vendor: a workbook is the policy of the vendor that its file is named after.
                2 stored nights were decided before this version came: 2026-12-01, 2026-12-03. To decide them anew, in the order of their dates:
                  trueup nightly --vendor acme --as-of 2026-12-01 --home "my home"
                  trueup nightly --vendor acme --as-of 2026-12-03 --home "my home"
                """);
    }

    @Test
    void oneStoredNightIsTalkedAboutAsOneAndADatabasesPasswordIsKeptQuiet() throws IOException {
        policies.nights.add(LocalDate.of(2026, 12, 1));
        assertThat(publish(
                        template("acme.xlsx"),
                        "--effective=2026-12-01",
                        "--author=Ada",
                        "--approved-by=Bo",
                        "--database=jdbc:mariadb://db/trueup?user=t&password=secret"))
                .isZero();
        assertThat(out.toString())
                .contains("1 stored night was decided before this version came: 2026-12-01. To decide it anew:")
                .contains("  trueup nightly --vendor acme --as-of 2026-12-01 --database JDBC_URL")
                .doesNotContain("secret");
    }

    @Test
    void ofMoreThanAMonthOfNightsTheFirstAndTheLastAreTold() throws IOException {
        for (int day = 0; day < 32; day++) {
            policies.nights.add(LocalDate.of(2026, 12, 1).plusDays(day));
        }
        assertThat(publish(template("acme.xlsx"))).isZero();
        assertThat(out.toString().lines()).hasSize(35).last().isEqualTo("  and so on, up to 2027-01-01.");
        assertThat(out.toString())
                .contains("32 stored nights were decided before this version came: 2026-12-01 to 2027-01-01.");
    }

    @Test
    void rollbackPublishesTheEarlierWorkbookAsANewVersion() throws IOException {
        publish(template("acme.xlsx"));
        policies.keep("acme", LocalDate.of(2026, 12, 5), "A", "B", "");
        out.getBuffer().setLength(0);
        assertThat(rollback("1", "Ada Lind", "Bo Ek")).as(err.toString()).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("Version 1 of acme is back as version 3, in force from 2026-12-10.\n");
        PolicyVersion back = policies.kept.get(2);
        assertThat(back.backTo()).isEqualTo(1);
        assertThat(back.note()).isEqualTo("It was wrong");
        assertThat(policies.workbook(back)).isEqualTo(PolicyBook.template());
    }

    private int rollback(String version, String author, String approver) {
        return trueup(
                "rollback",
                "acme",
                version,
                "--effective=2026-12-10",
                "--author=" + author,
                "--approved-by=" + approver,
                "--note=It was wrong");
    }

    @Test
    void aVersionThatTodaysCheckRefusesIsNotRolledBackTo() {
        policies.keep("acme", LocalDate.of(2026, 12, 5), "A", "B", "");
        assertThat(rollback("1", "Ada", "Bo")).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .last()
                .isEqualTo("version 1 of acme has 1 error; nothing was rolled back.");
        assertThat(policies.kept).hasSize(1);
    }

    @Test
    void aRollbackToAVersionThatIsNotThereIsToldInASentence() throws IOException {
        publish(template("acme.xlsx"));
        assertThat(rollback("4", "Ada", "Bo")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("There is no version 4 of acme; the store holds version 1 only, \"trueup"
                        + " versions acme\" lists them.\n");
        assertThat(policies.kept).hasSize(1);
    }

    @Test
    void aRollbackNeedsTwoPeopleToo() {
        assertThat(rollback("1", "Ada", "ADA")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "--author and --approved-by are both \"ADA\"; a policy needs two people.\n");
        assertThat(policies.store).isNull();
    }

    @Test
    void aRefusedWorkbookIsToldProblemByProblemAndNothingIsPublished() throws IOException {
        Path workbook = Files.writeString(folder.resolve("acme.xlsx"), "no workbook at all");
        assertThat(publish(workbook)).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(2).first().asString().startsWith("acme.xlsx: error: ");
        assertThat(err.toString()).endsWith(workbook + " has 1 error; nothing was published." + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
        assertThat(policies.store).isNull();
    }

    @Test
    void aScenarioThatFailsKeepsAWorkbookFromBeingPublished() throws IOException {
        Path workbook =
                Files.write(folder.resolve("plecto.xlsx"), PolicyBook.shipped().get(new Vendor("plecto")));
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(workbook)))) {
            for (Cell cell : edited.getSheet("Over the limit").getRow(6)) {
                if (cell.toString().equals("WARNING")) {
                    cell.setCellValue("OVERAGE");
                }
            }
            try (OutputStream file = Files.newOutputStream(workbook)) {
                edited.write(file);
            }
        }
        assertThat(publish(workbook)).isEqualTo(1);
        assertThat(err.toString())
                .contains("plecto.xlsx: Scenarios!")
                .contains("expected WARNING, the policy gives OVERAGE (7 used of 6 on the plan Large, decided by Over")
                .endsWith("nothing was published." + System.lineSeparator());
        assertThat(policies.store).isNull();
    }

    @Test
    void aCheckSaysHowTheScenariosWent() throws IOException {
        Path workbook =
                Files.write(folder.resolve("plecto.xlsx"), PolicyBook.shipped().get(new Vendor("plecto")));
        assertThat(trueup("check", workbook.toString())).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains(workbook + ": 30 scenarios: 30 passed, 0 failed; 17 of 17 rows touched.")
                .endsWith("it can be published." + System.lineSeparator());
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsToldInASentence() throws IOException {
        Path nowhere = folder.resolve("acme.xlsx");
        assertThat(publish(nowhere)).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines(nowhere + " is not there.\n");
        Files.createDirectory(nowhere);
        err.getBuffer().setLength(0);
        assertThat(publish(nowhere)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(nowhere + " is a folder, but a workbook is needed there.\n");
    }

    @Test
    void newPolicyWritesTheTemplateAndNeverOverAFile() throws IOException {
        Path file = folder.resolve("policies/acme.xlsx");
        assertThat(trueup("new-policy", "acme", "--out", file.toString())).isZero();
        assertThat(file).hasBinaryContent(PolicyBook.template());
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Wrote FILE, a template with example rows.
                Edit it, then: trueup publish FILE --effective DATE --author NAME --approved-by NAME --note TEXT
                """.replace("FILE", file.toString()));
        Files.writeString(file, "my work");
        assertThat(trueup("new-policy", "acme", "--out", file.toString())).isEqualTo(1);
        assertThat(file).hasContent("my work");
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(file
                        + " is there already and stays as it is; move it away, or name another file with --out.\n");
        assertThat(policies.store).isNull();
    }

    @Test
    void newPolicySaysHowToNameAFileOfAnotherName() {
        assertThat(trueup(
                        "new-policy",
                        "acme",
                        "--out",
                        folder.resolve("draft.xlsx").toString()))
                .isZero();
        assertThat(out.toString()).contains("Edit it, name it acme.xlsx, then: trueup publish acme.xlsx --effective");
    }

    @Test
    void versionsAreListedFirstToLast() {
        policies.keep("acme", PolicyVersions.BEGINNING_OF_TIME, "Trueup", "Trueup", "Came with the product");
        policies.keep("acme", LocalDate.of(2026, 12, 1), "Ada", "Bo", "");
        policies.keep("other", LocalDate.of(2026, 12, 1), "Ada", "Bo", "");
        assertThat(trueup("versions", "acme")).isZero();
        String digest = policies.kept.get(0).sha256().substring(0, 12);
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Version  In force          Author  Approved by  Published          SHA-256       Note
                1        until 2026-11-30  Trueup  Trueup       2026-11-21 12:00Z  DIGEST  Came with the product
                2        from 2026-12-01   Ada     Bo           2026-11-21 12:00Z  DIGEST
                """.replace("DIGEST", digest));
        assertThat(policies.closed).isTrue();
    }

    @Test
    void eachVersionSaysOnWhichDaysItIsInForce() {
        policies.keep("acme", LocalDate.of(2026, 6, 1), "Ada", "Bo", "two\nlines");
        policies.keep("acme", LocalDate.of(2026, 12, 1), "Ada", "Bo", "");
        policies.keep("acme", LocalDate.of(2026, 12, 1), "Ada", "Bo", "");
        assertThat(trueup("versions", "acme")).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(0, 45).strip()))
                .containsExactly(
                        "Version  In force                         Aut",
                        "1        2026-06-01 to 2026-11-30         Ada",
                        "2        never: 3 has the same first day  Ada",
                        "3        from 2026-12-01                  Ada");
        assertThat(out.toString()).contains("  two lines");
    }

    @Test
    void theHistoryTellsWhoDidWhatWithWholeDigests() {
        policies.keep("acme", LocalDate.of(2026, 6, 1), "Ada", "Bo", "");
        policies.events.add(new PolicyEvent(
                LocalDateTime.of(2026, 11, 21, 12, 0),
                PolicyEvent.Action.ROLLED_BACK,
                new Vendor("acme"),
                2,
                LocalDate.of(2026, 12, 1),
                1,
                "Ada",
                "Bo",
                "It was wrong",
                "a".repeat(64),
                null));
        assertThat(trueup("versions", "acme", "--history")).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "2026-11-21 12:00Z  rolled back  2        2026-12-01  Ada     Bo           not known     "
                                + "a".repeat(64) + "  (back to version 1) It was wrong");
    }

    @Test
    void aVendorWithoutVersionsIsToldInASentence() {
        assertThat(trueup("versions", "acme")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "The store holds no policy of acme; \"trueup publish acme.xlsx\" would make the first version.\n");
    }
}
