package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.FindingCode;

/** Every DRL rule has a test of its name, every finding code and every vendor rule id is named by a test. */
class EveryRuleIsTestedTest {
    private static final Pattern RULE = Pattern.compile("^rule \"([^\"]+)\"(.*)$", Pattern.MULTILINE);
    /** How many ids each vendor's rules have: P1 to P8, and so on. */
    private static final Map<String, Integer> IDS = Map.of("p", 8, "n", 8, "l", 9, "a", 17);
    /** Where else ids are tested: L8 and L9 are decided by the reports and the store, not by a rule. */
    private static final List<Path> OTHER_MODULES =
            List.of(Path.of("..", "spreadsheets"), Path.of("..", "batch-jobs"), Path.of("..", "server"));

    private static String tests = "";

    @BeforeAll
    static void readTheTests() throws IOException {
        tests = testsOf(Path.of(""));
    }

    private static String testsOf(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve(Path.of("src", "test", "java")))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
                    .filter(path -> !path.endsWith("EveryRuleIsTestedTest.java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void everyDrlRuleHasATestOfItsName() throws IOException {
        Set<String> rules = rules().keySet();
        assertThat(rules).hasSizeGreaterThan(15);
        assertThat(rules.stream().filter(rule -> !tests.contains("void " + camelCase(rule) + "()")))
                .isEmpty();
    }

    @Test
    void everyDrlFileIsCompiled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/trueup/rules/policy"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Rules.FILES);
        }
    }

    @Test
    void everyFindingCodeIsNamedByATest() {
        assertThat(Arrays.stream(FindingCode.values())
                        .map(Enum::name)
                        .filter(code -> !tests.contains('"' + code + '"')))
                .isEmpty();
    }

    @Test
    void everyIdOfTheVendorsDocumentsIsNamedByATest() throws IOException {
        StringBuilder everywhere = new StringBuilder(tests);
        for (Path module : OTHER_MODULES) {
            everywhere.append(testsOf(module));
        }
        assertThat(IDS.entrySet().stream()
                        .flatMap(vendor -> IntStream.rangeClosed(1, vendor.getValue())
                                .mapToObj(number -> vendor.getKey() + number))
                        .filter(id -> !Pattern.compile("void " + id + "[A-Z]")
                                .matcher(everywhere)
                                .find()))
                .isEmpty();
    }

    @Test
    void everyIdBesideARuleIsOneThatTheVendorsHave() throws IOException {
        assertThat(rules().values().stream()
                        .flatMap(beside -> Pattern.compile("\\b([PNLA])(\\d+)\\b")
                                .matcher(beside)
                                .results())
                        .filter(id -> Integer.parseInt(id.group(2))
                                > IDS.get(id.group(1).toLowerCase(Locale.ROOT)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    /** The rules by name, with what stands beside the name. */
    private static SortedMap<String, String> rules() throws IOException {
        SortedMap<String, String> rules = new TreeMap<>();
        for (String file : Rules.FILES) {
            Matcher rule = RULE.matcher(drl(file));
            while (rule.find()) {
                rules.put(rule.group(1), rule.group(2));
            }
        }
        return rules;
    }

    private static String drl(String file) throws IOException {
        try (InputStream in = Rules.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String camelCase(String name) {
        String words = Arrays.stream(name.replaceAll("[^A-Za-z0-9 ]", "").split(" "))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
