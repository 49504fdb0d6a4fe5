package org.trueup.spreadsheets.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.spreadsheets.corpus.CorpusFile.Refused;
import org.trueup.spreadsheets.corpus.CorpusFile.Taken;

/** Every file of the corpus: read exactly right or refused with its cell, without running anything, in little time and memory. */
class CorpusTest {
    /** Of processor time: what else the machine does is no matter. */
    private static final int MOST_MILLIS = 5_000;

    @TempDir
    private static Path folder;

    @TestFactory
    List<DynamicTest> eachFile() throws IOException, GeneralSecurityException, InterruptedException {
        List<CorpusFile> files = Corpus.files();
        assertThat(files).hasSizeGreaterThan(60).extracting(CorpusFile::name).doesNotHaveDuplicates();
        for (int i = 0; i < files.size(); i++) {
            Files.write(path(i), files.get(i).content());
        }
        String said = run();
        return IntStream.range(0, files.size())
                .mapToObj(i -> DynamicTest.dynamicTest(files.get(i).name(), () -> hold(files.get(i), path(i), said)))
                .toList();
    }

    /** In a program of its own with 256 MB, so that a file that needs more shows. */
    private static String run() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        // a short program: the better compiler would never earn its time back
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CorpusRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("the run ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static void hold(CorpusFile file, Path path, String said) throws IOException {
        Path outcome = Path.of(path + ".txt");
        assertThat(outcome).as(said).exists();
        List<String> lines = Files.readAllLines(outcome);
        List<String> problems = lines.subList(5, lines.size());
        assertThat(Integer.parseInt(lines.get(0)))
                .as("milliseconds of the check")
                .isLessThan(MOST_MILLIS);
        assertThat(Integer.parseInt(lines.get(1)) - Integer.parseInt(lines.get(0)))
                .as("milliseconds of the annotation")
                .isLessThan(MOST_MILLIS);
        assertThat(lines.get(3)).as("what code would have left behind").isEqualTo("null");
        if (file.expected() instanceof Refused refused) {
            assertThat(problems).hasSameSizeAs(refused.problems());
            for (int i = 0; i < problems.size(); i++) {
                assertThat(problems.get(i)).startsWith(refused.problems().get(i));
            }
        } else {
            assertThat(problems).noneMatch(problem -> problem.contains(": error: "));
            assertThat(lines.get(4))
                    .as("says what the original says")
                    .isEqualTo(String.valueOf(!(file.expected() instanceof Taken)));
        }
    }

    private static Path path(int number) {
        return folder.resolve("%03d.xlsx".formatted(number));
    }
}
