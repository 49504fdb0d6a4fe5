package org.trueup.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** The jar that people run: what makes it answer soon is in it, and it answers. */
class BuiltJarIT {
    private static final Path JAR = Path.of("target", "trueup.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void needsTheJar() {
        assumeTrue(Files.exists(JAR), "the jar is there once Maven has packaged it");
    }

    @Test
    void theLibrariesThatEveryCommandNeedsComeFirst() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .toList();
            assertThat(libraries).hasSizeGreaterThan(50).doesNotHaveDuplicates();
            assertThat(libraries.get(0)).startsWith("spreadsheets-");
            assertThat(libraries.get(1)).startsWith("rules-");
            assertThat(libraries.indexOf(libraries.stream()
                            .filter(name -> name.startsWith("xmlbeans-"))
                            .findFirst()
                            .orElse("")))
                    .isBetween(2, 10);
        }
    }

    @Test
    void theCompiledRulesAreInTheJar() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            ZipEntry rules = jar.stream()
                    .filter(entry -> entry.getName().startsWith(LIBRARIES + "rules-"))
                    .findFirst()
                    .orElseThrow();
            try (ZipInputStream inside = new ZipInputStream(jar.getInputStream(rules))) {
                ZipEntry entry = inside.getNextEntry();
                while (entry != null && !entry.getName().equals("org/trueup/rules/policy/compiled-rules.zip")) {
                    entry = inside.getNextEntry();
                }
                assertThat(entry).isNotNull();
            }
        }
    }

    @Test
    void aShippedWorkbookIsCheckedWithItsScenarios() throws Exception {
        Path workbook = folder.resolve("pensero.xlsx");
        Files.write(workbook, PolicyBook.shipped().get(new Vendor("pensero")));
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "check",
                        workbook.toString())
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream output = check.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith(workbook.toString()))
                .anySatisfy(line -> assertThat(line).contains(" scenarios: ").contains(" 0 failed"))
                .anySatisfy(line -> assertThat(line).endsWith(": 0 errors, 0 warnings; it can be published."));
        assertThat(check.exitValue()).isZero();
    }
}
