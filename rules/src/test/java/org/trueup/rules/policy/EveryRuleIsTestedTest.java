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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.FindingCode;

/** Every DRL rule has a test of its name, every finding code and every vendor rule id is named by a test. */
class EveryRuleIsTestedTest {
    private static final Pattern RULE = Pattern.compile("^rule \"([^\"]+)\"(.*)$", Pattern.MULTILINE);
    /**
     * Ids that the rules decide. Not among them: N7, a decision asked in real time; L8, who may see it, and L9, the log of
     * deactivations, which are the server's and the store's.
     */
    private static final List<String> IDS = List.of(
            "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "n1", "n2", "n3", "n4", "n5", "n6", "n8", "l1", "l2", "l3",
            "l4", "l5", "l6", "l7", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13",
            "a14", "a15", "a16", "a17");

    private static String tests = "";

    @BeforeAll
    static void readTheTests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                    .filter(path -> !path.endsWith("EveryRuleIsTestedTest.java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            tests = all.toString();
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
    void everyIdOfTheVendorsDocumentsIsNamedByATestOrStandsBesideARuleThatHasOne() throws IOException {
        String besideRules = String.join(" ", rules().values()) + " ";
        assertThat(IDS.stream()
                        .filter(id -> !Pattern.compile("void " + id + "[A-Z]")
                                .matcher(tests)
                                .find())
                        .filter(id -> !besideRules.contains(" " + id.toUpperCase(Locale.ROOT) + " ")))
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
