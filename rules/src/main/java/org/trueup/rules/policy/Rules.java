package org.trueup.rules.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;
import org.trueup.rules.drl.CompiledRules;
import org.trueup.rules.drl.DrlCompiler;

/**
 * The product's DRL, compiled by the build and loaded once per program. Policies differ in their rows, which are facts,
 * so publishing a policy compiles nothing.
 */
final class Rules {
    /** One file a question; what holds for one metric alone stands in a file named after what it counts. */
    static final List<String> FILES = List.of(
            "subscriptions.drl",
            "trial.drl",
            "who-counts.drl",
            "standing.drl",
            "plan-limits.drl",
            "grace.drl",
            "true-up.drl",
            "add-ons.drl",
            "support-plans.drl",
            "storage.drl",
            "reclaim.drl",
            "exemption-accounts.drl",
            "money.drl",
            "position.drl",
            "term.drl",
            "peak-of-the-month.drl",
            "seats-added.drl",
            "seats-taken.drl",
            "credits.drl",
            "monthly-users.drl");

    /** Where the build puts the compiled rules. */
    static final String COMPILED = "org/trueup/rules/policy/compiled-rules.zip";

    private Rules() {}

    /** Loaded on first use, so nobody pays for it who only asks for help. */
    static KieBase compiled() {
        return Loaded.RULES;
    }

    /** What the build compiled, if it was compiled from the DRL that stands beside it. */
    static Optional<CompiledRules> compiledByTheBuild() {
        try (InputStream in = Rules.class.getClassLoader().getResourceAsStream(COMPILED)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(CompiledRules.read(in))
                            .filter(rules -> rules.digest().equals(DrlCompiler.digest(drl())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the DRL, which takes seconds. */
    static CompiledRules compile() {
        return DrlCompiler.compile("the product's rules", drl(), Rules.class.getClassLoader());
    }

    private static Map<String, String> drl() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put("org/trueup/rules/policy/" + file, text(file));
        }
        return files;
    }

    private static String text(String file) {
        try (InputStream in = Rules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loaded {
        // who edits DRL in a development environment sees the change without running Maven first
        static final KieBase RULES =
                compiledByTheBuild().orElseGet(Rules::compile).load(Rules.class.getClassLoader());
    }
}
