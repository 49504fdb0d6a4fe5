package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.server.run.NightOrder;
import org.trueup.server.run.StoreChoice;
import picocli.CommandLine;

class CommandsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final FakeNights nights = new FakeNights();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int trueup(String... args) {
        Surroundings surroundings = new Surroundings(
                nights::open,
                new FakePolicies()::open,
                NoServer::open,
                NOON,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false);
        return Commands.run(surroundings, args);
    }

    @Test
    void everyCommandIsFoundByTheNameThatItGivesItself() {
        Surroundings surroundings = new Surroundings(
                nights::open,
                new FakePolicies()::open,
                NoServer::open,
                NOON,
                new PrintWriter(out),
                new PrintWriter(err),
                false);
        assertThat(Commands.commands(surroundings))
                .hasSizeGreaterThan(9)
                .allSatisfy((name, command) -> assertThat(new CommandLine(command.get()).getCommandName())
                        .isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nightly --as-of 2026-13-01              | --as-of "2026-13-01" is not a date like 2026-11-21.
            nightly --as-of tomorrow                | --as-of "tomorrow" is not a date like 2026-11-21.
            nightly --as-of 2026-02-29              | --as-of "2026-02-29" is not a date like 2026-11-21.
            nightly --as-of 0026-02-28              | --as-of "0026-02-28" is not a date like 2026-11-21.
            nightly                                 | trueup nightly needs --as-of DATE; "trueup nightly --help" says more.
            nightly --reprots x --as-of 2026-01-01  | "--reprots" is not an option of trueup nightly; did you mean --reports?
            nightly --asof=2026-01-01               | "--asof" is not an option of trueup nightly; did you mean --as-of?
            nightly --as-of 2026-01-01 --colour     | "--colour" is not an option of trueup nightly; "trueup nightly --help" lists what is.
            report                                  | trueup report needs --as-of DATE or --preview DATE; "trueup report --help" says more.
            report --preview 2026-01-02 --tenant t1 | trueup report takes --tenant only with --as-of DATE, a night that is stored.
            report --tenant t1                      | trueup report takes --tenant only with --as-of DATE, a night that is stored.
            report --as-of 2026-01-01 --preview 2026-01-02 | trueup report takes --as-of or --preview, not both of them.
            nigtly                                  | "nigtly" is not a command of trueup; did you mean nightly?
            backup                                  | trueup backup needs FILE; "trueup backup --help" says more.
            restore a b                             | "b" is not understood by trueup restore; "trueup restore --help" lists what is.
            frobnicate                              | "frobnicate" is not a command of trueup; "trueup --help" lists what is.
            nightly --as-of 2026-01-01 again        | "again" is not understood by trueup nightly; "trueup nightly --help" lists what is.
            nightly --feed                          | --feed DIR needs a value.
            nightly --feed --as-of 2026-01-01       | --feed DIR needs a value.
            nightly --as-of 2026-01-01 --as-of 2026-01-02 | --as-of is given twice; once is enough.
            nightly --as-of 2026-01-01 --max-rejects 101 | --max-rejects "101" is not a percentage from 0 to 100 like 1 or 2.5.
            nightly --as-of 2026-01-01 --max-rejects few | --max-rejects "few" is not a percentage from 0 to 100 like 1 or 2.5.
            nightly --as-of 2026-01-01 --vendor Plecto | --vendor "Plecto" is not a vendor's name like plecto.
            demo --tenants many                     | --tenants "many" is not a number of tenants like 1000.
            demo --tenants 40                       | --tenants 40 is too few: the demo has 51 named tenants at least.
            """)
    void wrongUsageIsOneSentenceAndExitCodeTwo(String args, String sentence) {
        assertThat(trueup(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(sentence + "\n");
        assertThat(out.toString()).isEmpty();
        assertThat(nights.requests).isEmpty();
    }

    @Test
    void aBareTrueupShowsTheUsageOnStandardError() {
        assertThat(trueup()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: trueup [-hV] COMMAND").containsPattern("nightly +Load the feed");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpIsShownOnStandardOutput() {
        assertThat(trueup("nightly", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: trueup nightly").contains("default 1.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theVersionNamesTheProgram() {
        assertThat(trueup("--version")).isZero();
        assertThat(out.toString()).startsWith("trueup ");
    }

    @Test
    void nightlyAsksForTheNightThatItsOptionsDescribe() {
        Path reports = folder.resolve("out");
        int code = trueup(
                "nightly",
                "--feed",
                "feeds/tonight",
                "--as-of",
                "2026-11-21",
                "--reports",
                reports.toString(),
                "--vendor",
                "plecto",
                "--max-rejects",
                "2.5%",
                "--home",
                "elsewhere",
                "--database",
                "jdbc:mariadb://x/y");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(nights.store).isEqualTo(new StoreChoice(Path.of("elsewhere"), "jdbc:mariadb://x/y"));
        assertThat(nights.requests)
                .containsExactly(new NightOrder(
                        Path.of("feeds/tonight"),
                        LocalDate.of(2026, 11, 21),
                        reports,
                        "plecto",
                        new BigDecimal("2.5")));
        assertThat(nights.closed).isTrue();
    }

    @Test
    void nightlyNeedsNoFeedAndHasDefaults() {
        assertThat(trueup("nightly", "--as-of", "2026-11-21")).isZero();
        assertThat(nights.store).isEqualTo(new StoreChoice(Path.of("trueup-data"), null));
        assertThat(nights.requests)
                .containsExactly(new NightOrder(
                        null, LocalDate.of(2026, 11, 21), Path.of("trueup-reports"), null, BigDecimal.ONE));
    }

    @Test
    void nightlyEndsWithAShortSummary() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("2026-11-21"));
        Files.writeString(reports.resolve("pensero.xlsx"), "small");
        Files.writeString(reports.resolve("plecto.xlsx"), "the larger one");
        assertThat(trueup("nightly", "--as-of", "2026-11-21", "--reports", folder.toString()))
                .isZero();
        String shown =
                out.toString().replaceAll("in \\d+\\.\\d s", "in 0.0 s").replaceAll("(?m)^(Opening.*: ).*", "$1");
        assertThat(shown).isEqualToNormalizingNewlines("""
                Opening the store:\s
                Deciding: 1,000 tenants in 0.0 s

                Night of 2026-11-21: 1,000 tenants read, 655 decided, 345 not decided.

                  compliant                    460   70 %
                  at the limit                  98   14 %
                  over, warned                  97   14 %
                  345 tenants without a position: the sheet Not decided says why.
                  11 feed lines could not be taken: they are there too.
                  It adds up: 1,000 tenants, 2,345 findings, each the same wherever it was counted.

                Time: deciding 1.3 s; 1.3 s in all
                Reports: REPORTS
                Open first: REPORTS/plecto.xlsx
                """.replace("REPORTS", reports.toString()));
    }

    @Test
    void aFailureOfOurModulesIsOneSentenceAndExitCodeOne() {
        nights.failure = new IllegalStateException(new NightFailed("The feed folder feeds/tonight is not there."));
        assertThat(trueup("nightly", "--as-of", "2026-11-21", "--reports", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("The feed folder feeds/tonight is not there.\n");
        assertThat(nights.closed).isTrue();
    }

    @Test
    void verboseShowsWhereAFailureCameFrom() {
        nights.failure = new NightFailed("The night stopped.");
        assertThat(trueup("nightly", "--as-of", "2026-11-21", "--verbose")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("The night stopped." + System.lineSeparator())
                .contains("\tat org.trueup.server.cli.CommandsTest.verboseShowsWhereAFailureCameFrom");
    }

    @Test
    void anEmptyDatabaseUrlIsWrongUsageAndNotTheEmbeddedDatabase() {
        assertThat(trueup("nightly", "--as-of", "2026-11-21", "--database", "")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--database is empty: give a JDBC URL, or leave it out for the embedded database.");
    }

    @Test
    void aPortThatCannotBeIsWrongUsage() {
        assertThat(trueup("serve", "--port", "99999")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--port is 0 to 65535.");
    }

    @Test
    void aPortInUseIsToldBeforeTheStoreIsOpened() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(trueup("serve", "--port", String.valueOf(taken.getLocalPort()), "--reports", folder.toString()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("The port " + taken.getLocalPort() + " cannot be used (")
                    .endsWith("): choose another one with --port." + System.lineSeparator());
        }
    }

    @Test
    void tooLittleMemoryIsToldInASentence() {
        nights.error = new OutOfMemoryError("Java heap space");
        assertThat(trueup("nightly", "--as-of", "2026-11-21")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "There is not enough memory; give Java more," + " for example java -Xmx4g -jar trueup.jar.\n");
    }

    @Test
    void reportsThatCannotBeWrittenAreToldBeforeTheWorkStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(trueup(
                        "nightly",
                        "--as-of",
                        "2026-11-21",
                        "--reports",
                        file.resolve("reports").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines(file + " is a file, but a folder is needed there.\n");
        assertThat(nights.requests).isEmpty();
    }

    @Test
    void demoWritesAFeedAndRunsTheNightBeforeAndTheNight() {
        Path home = folder.resolve("home");
        Path reports = folder.resolve("reports");
        int code = trueup("demo", "--tenants", "51", "--home", home.toString(), "--reports", reports.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        Path feed = home.resolve("demo-feed");
        assertThat(feed.resolve("tenants.csv")).exists();
        assertThat(nights.requests)
                .containsExactly(
                        new NightOrder(feed, LocalDate.of(2026, 11, 20), reports, null, BigDecimal.ONE, true),
                        new NightOrder(null, LocalDate.of(2026, 11, 21), reports, null, BigDecimal.ONE, true));
        assertThat(out.toString())
                .contains("Demo feed: " + feed)
                .contains("Night of 2026-11-20: 1,000 tenants read, 655 decided, 345 not decided.")
                .contains("Reports: " + reports.resolve("2026-11-21"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21",
        "2026-11-10, 2026-11-10",
        "2026-11-09, 2026-10-31",
        "2026-03-01, 2026-02-28",
        "2027-01-01, 2026-12-31"
    })
    void theDemosDefaultDateAvoidsAYoungMonth(LocalDate today, LocalDate asOf) {
        assertThat(DemoCommand.defaultAsOf(today)).isEqualTo(asOf);
    }

    /** Stands for the exceptions of our modules. */
    private static final class NightFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NightFailed(String message) {
            super(message);
        }
    }

    @Test
    void aPastNightsFilesAreMadeAgain() {
        assertThat(trueup("report", "--as-of", "2026-11-20", "--reports", folder.toString()))
                .isZero();
        assertThat(nights.asked).containsExactly("report 2026-11-20 " + folder);
        assertThat(out.toString())
                .contains("The files of the night of 2026-11-20 were made again.", "Reports: " + folder);
    }

    @Test
    void tenantsReportsForTheirOwnAdministratorsAreWritten() {
        assertThat(trueup(
                        "report",
                        "--as-of",
                        "2026-11-20",
                        "--tenant",
                        "acme",
                        "--tenant",
                        "globex",
                        "--tenant",
                        "acme",
                        "--reports",
                        folder.toString()))
                .isZero();
        assertThat(nights.asked).containsExactly("report 2026-11-20 of [acme, globex] " + folder);
        assertThat(out.toString())
                .contains(
                        "Consumption and users of 2 tenants as of 2026-11-20, for their own administrators.",
                        "Reports: " + folder.resolve("2026-11-20/tenants"));
    }

    @Test
    void aTenantWithoutAnIdIsWrongUsage() {
        assertThat(trueup("report", "--as-of", "2026-11-20", "--tenant", "")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("--tenant needs the id of a tenant, but it is empty.\n");
    }

    @Test
    void aNightThatIsWithdrawnIsToldWithWhatIsLeftToDo() {
        assertThat(trueup("withdraw", "--as-of", "2062-11-21")).isZero();
        assertThat(nights.asked).containsExactly("withdraw 2062-11-21");
        assertThat(nights.store).isEqualTo(new StoreChoice(Path.of("trueup-data"), null, true));
        assertThat(out.toString().lines())
                .contains(
                        "The night of 2062-11-21 counts no more. Its files are where they were written: delete the folder"
                                + " 2062-11-21 there, so that nobody reads them.",
                        "2 mails about it waited and will not be sent.",
                        "1 mail about it had been sent already.",
                        "Later nights were decided while it counted, and may say by it who is over since when. Run them again,"
                                + " in this order: 2062-11-22, 2062-11-23.");
    }

    @Test
    void aPreviewSaysThatItKeepsNothing() {
        assertThat(trueup("report", "--preview", "2026-12-31", "--reports", folder.toString()))
                .isZero();
        assertThat(nights.asked).containsExactly("preview 2026-12-31 " + folder);
        assertThat(out.toString())
                .contains(
                        "A preview of 2026-12-31 on the facts of today; nothing of it is kept.", "1,000 tenants read");
    }
}
