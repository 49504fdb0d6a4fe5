package org.trueup.rules.drl;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rules into Drools' executable model. Safe for many threads. */
public final class DrlCompiler {
    /** Two compilations under one name could be handed each other's rules. */
    private static final AtomicInteger COMPILATIONS = new AtomicInteger();

    private DrlCompiler() {}

    /**
     * Compiles rules that belong together.
     *
     * @param what they are, for the failure's message, for example {@code the product's rules}
     * @param files DRL by path and name, for example {@code org/trueup/rules/policy/standing.drl}
     * @param types loads the classes that the rules name
     * @throws IllegalStateException if they do not compile
     */
    public static KieBase compile(String what, Map<String, String> files, ClassLoader types) {
        KieServices kie = KieServices.get();
        ReleaseId id = kie.newReleaseId("org.trueup", "rules", Integer.toString(COMPILATIONS.incrementAndGet()));
        KieFileSystem sources = kie.newKieFileSystem();
        sources.generateAndWritePomXML(id);
        files.forEach((name, drl) -> sources.write("src/main/resources/" + name, drl.getBytes(StandardCharsets.UTF_8)));
        KieBuilder builder = kie.newKieBuilder(sources, types);
        builder.buildAll(ExecutableModelProject.class);
        try {
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(
                        what + " do not compile: " + builder.getResults().getMessages(Message.Level.ERROR));
            }
            return kie.newKieContainer(id, types).getKieBase();
        } finally {
            // the rules live on with whoever holds them, and go with the last one
            kie.getRepository().removeKieModule(id);
        }
    }
}
