package org.trueup.rules.drl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rules into Drools' executable model. Safe for many threads. */
public final class DrlCompiler {
    private static final String CLASS = ".class";

    private DrlCompiler() {}

    /**
     * Compiles rules that belong together.
     *
     * @param what they are, for the failure's message, for example {@code the product's rules}
     * @param files DRL by path and name, for example {@code org/trueup/rules/policy/standing.drl}
     * @param types loads the classes that the rules name
     * @throws IllegalStateException if they do not compile
     */
    public static CompiledRules compile(String what, Map<String, String> files, ClassLoader types) {
        KieServices kie = KieServices.get();
        String digest = digest(files);
        // one name for two sets of rules could hand out the wrong ones; and the classes are named after it
        ReleaseId id = kie.newReleaseId("org.trueup", "rules", digest);
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
            return compiled(digest, (InternalKieModule) builder.getKieModule());
        } finally {
            kie.getRepository().removeKieModule(id);
        }
    }

    private static CompiledRules compiled(String digest, InternalKieModule module) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS)) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                classes.put(name, module.getBytes(file));
            }
        }
        String listed = new String(
                module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId())), StandardCharsets.UTF_8);
        List<String> models = listed.lines().filter(classes::containsKey).toList();
        return new CompiledRules(digest, models, classes);
    }

    /** The same files have the same digest, however they are ordered. */
    public static String digest(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, drl) -> {
                digest.update((name + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update((drl + '\0').getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
