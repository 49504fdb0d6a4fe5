package org.trueup.rules.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.trueup.rules.drl.DrlCompiler;

/**
 * The product's DRL, compiled once per program. Policies differ in their rows, which are facts, so publishing a policy
 * compiles nothing.
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

    private Rules() {}

    /** Compiled on first use: seconds the first time, so nobody pays for it who only asks for help. */
    static KieBase compiled() {
        return Compiled.RULES;
    }

    private static KieBase compile() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put("org/trueup/rules/policy/" + file, text(file));
        }
        return DrlCompiler.compile("the product's rules", files, Rules.class.getClassLoader());
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

    private static final class Compiled {
        static final KieBase RULES = compile();
    }
}
