package org.trueup.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it, in a program of its own, and then a night as an operator runs it. */
class DemoIT {
    @TempDir
    static Path folder;

    private static RunProgram.Ended demo;

    @BeforeAll
    static void runTheDemo() throws Exception {
        demo = RunProgram.with(
                "demo", "--tenants", "60", "--as-of", "2026-11-21", "--home", home(), "--reports", reports());
    }

    private static String home() {
        return folder.resolve("home").toString();
    }

    private static String reports() {
        return folder.resolve("reports").toString();
    }

    @Test
    void theDemoRunsTwoNightsAndSaysWhereTheReportsAre() {
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.err()).isEmpty();
        assertThat(demo.out())
                .contains("Night of 2026-11-20: 60 tenants read, ", "Night of 2026-11-21: 60 tenants read, ")
                .contains("Reports: " + folder.resolve("reports/2026-11-21"));
        assertThat(folder.resolve("reports/2026-11-20/positions.csv")).exists();
    }

    @Test
    void theDocumentsExamplesComeOutAsTheDocumentsSay() throws IOException {
        assertThat(usageLines())
                .containsEntry("plecto-example-30-every-day", "30 of 30 AT_LIMIT")
                .containsEntry("plecto-example-40-agents", "25 of 25 AT_LIMIT")
                .containsEntry("plecto-example-100-and-5-admins", "100 of 100 AT_LIMIT")
                .containsEntry("plecto-example-8-14-10", "14 of 12 WARNING")
                .containsEntry("pensero-example-97-of-100", "97 of 100 COMPLIANT")
                .containsEntry("pensero-example-starter-fifth-seat", "5 of 5 AT_LIMIT");
    }

    @Test
    void theAnalystsOwnChecksAreAmongTheFindings() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("reports/2026-11-21/findings.csv")))
                .anyMatch(line -> line.startsWith("pensero-example-97-of-100,pensero,USE_AT_90_PERCENT,")
                        && line.contains("pensero.xlsx!Checks!A6"))
                .anyMatch(line -> line.startsWith("pensero-example-half-empty,pensero,DISCOUNT_OF_30_OR_MORE,"))
                .anyMatch(line -> line.startsWith("learning-example-pilot,learning,PILOT_ENDS_SOON,"));
    }

    private static Map<String, String> usageLines() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("reports/2026-11-21/positions.csv"))) {
            List<String> cells = List.of(line.replaceAll("\"[^\"]*\"", "…").split(",", -1));
            lines.put(cells.get(0), cells.get(7) + " of " + cells.get(8) + " " + cells.get(11));
        }
        return lines;
    }

    @Test
    void theSameNightAgainWithoutAFeedGivesTheSameFiles() throws Exception {
        Path again = folder.resolve("again");
        RunProgram.Ended night =
                RunProgram.with("nightly", "--as-of", "2026-11-21", "--home", home(), "--reports", again.toString());
        assertThat(night.exit()).as(night.err()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("reports/2026-11-21"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("summary.json")) {
                    Path twin = again.resolve(folder.resolve("reports").relativize(file));
                    assertThat(twin).hasSameBinaryContentAs(file);
                }
            }
        }
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentence() throws Exception {
        RunProgram.Ended noFeed = RunProgram.with(
                "nightly",
                "--feed",
                folder.resolve("nowhere").toString(),
                "--as-of",
                "2026-11-21",
                "--home",
                home(),
                "--reports",
                reports());
        assertThat(noFeed.exit()).isEqualTo(1);
        assertThat(noFeed.err().strip())
                .contains(folder.resolve("nowhere").toString())
                .doesNotContain("\n", "\tat ");
        RunProgram.Ended noDatabase = RunProgram.with(
                "nightly",
                "--as-of",
                "2026-11-21",
                "--database",
                "jdbc:mariadb://127.0.0.1:1/trueup",
                "--reports",
                reports());
        assertThat(noDatabase.exit()).isEqualTo(1);
        assertThat(noDatabase.err().strip()).contains("127.0.0.1:1").doesNotContain("\n", "\tat ");
        RunProgram.Ended wrongDate = RunProgram.with("nightly", "--as-of", "2026-13-01");
        assertThat(wrongDate.exit()).isEqualTo(2);
        assertThat(wrongDate.err()).contains("--as-of \"2026-13-01\" is not a date like 2026-11-21.");
    }
}
