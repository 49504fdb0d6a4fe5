package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.drl.CompiledRules;
import org.trueup.rules.drl.DrlCompiler;

/** What the build compiled is what stands in the sources: else a program would run yesterday's rules. */
class CompiledRulesTest {
    private static final Instant DAY_BEFORE = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theBuildCompiledTheRulesOfTheseSourcesAgainstTheseClasses() {
        assertThat(Rules.compiledByTheBuild())
                .as("compiled rules; \"mvn process-classes\" compiles them")
                .hasValueSatisfying(built -> {
                    CompiledRules now = Rules.compile();
                    assertThat(built.digest()).isEqualTo(now.digest());
                    assertThat(built.models()).hasSize(1).isEqualTo(now.models());
                    assertThat(code(built)).hasSizeGreaterThan(100).isEqualTo(code(now));
                });
    }

    /**
     * The conditions and consequences. What only wires them differs from one compilation to the next: Drools numbers
     * properties and expressions in the order in which it happens to meet them.
     */
    private static SortedMap<String, String> code(CompiledRules rules) {
        SortedMap<String, String> code = new TreeMap<>();
        rules.classes()
                .forEach((name, bytes) ->
                        code.put(name, name.contains(".Lambda") ? HexFormat.of().formatHex(bytes) : ""));
        return code;
    }

    @Test
    void changedRulesAreOtherRules() {
        Map<String, String> files = Map.of("a.drl", "rule one", "b.drl", "rule two");
        assertThat(DrlCompiler.digest(files))
                .isEqualTo(DrlCompiler.digest(new TreeMap<>(files)))
                .isNotEqualTo(DrlCompiler.digest(Map.of("a.drl", "rule one", "b.drl", "rule 2")))
                .isNotEqualTo(DrlCompiler.digest(Map.of("a.drl", "rule two", "b.drl", "rule one")))
                .isNotEqualTo(DrlCompiler.digest(Map.of("a.drl", "rule one")));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        CompiledRules built = Rules.compiledByTheBuild().orElseThrow();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        built.write(file);
        CompiledRules read = CompiledRules.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.digest()).isEqualTo(built.digest());
        assertThat(read.models()).isEqualTo(built.models());
        assertThat(code(read)).isEqualTo(code(built));
    }

    @Test
    void theBuildCompilesOnlyWhatChanged() throws IOException {
        Path compiled = folder.resolve(Rules.COMPILED);
        Files.createDirectories(compiled.getParent());
        Path other = Files.createFile(folder.resolve("Other.class"));
        touch(other, DAY_BEFORE);

        RulesBuild.main(new String[] {folder.toString()});
        assertThat(compiled).isNotEmptyFile();

        Files.write(compiled, new byte[0]);
        touch(compiled, DAY);
        RulesBuild.main(new String[] {folder.toString()});
        assertThat(compiled).as("nothing changed").isEmptyFile();

        touch(other, DAY_AFTER);
        RulesBuild.main(new String[] {folder.toString()});
        assertThat(compiled).as("a class changed").isNotEmptyFile();
        assertThat(compiled.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
