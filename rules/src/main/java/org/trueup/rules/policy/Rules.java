package org.trueup.rules.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

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
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        for (String file : FILES) {
            files.write("src/main/resources/org/trueup/rules/policy/" + file, text(file));
        }
        KieBuilder builder = kie.newKieBuilder(files, Rules.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("the product's rules do not compile: "
                    + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return kie.newKieContainer(builder.getKieModule().getReleaseId(), Rules.class.getClassLoader())
                .getKieBase();
    }

    private static byte[] text(String file) {
        try (InputStream in = Rules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Compiled {
        static final KieBase RULES = compile();
    }
}
