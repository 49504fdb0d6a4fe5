package org.trueup.rules.drl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/**
 * Rules as the classes of Drools' executable model. Compiling takes seconds, loading these a fraction of one, so what
 * never changes is compiled by the build and kept in a file.
 *
 * @param digest of the rules that these were compiled from
 * @param models names of the classes that the rules begin with
 * @param classes by name, as the Java virtual machine reads them
 */
public record CompiledRules(String digest, List<String> models, SortedMap<String, byte[]> classes) {
    private static final String DIGEST = "digest";
    private static final String MODELS = "models";
    private static final String CLASS = ".class";
    /** The same rules make the same file whenever they are compiled: no entry has a time of its own. */
    private static final long NO_TIME = 0;

    /** Copies what it is given. */
    public CompiledRules {
        models = List.copyOf(models);
        classes = new TreeMap<>(classes);
    }

    /** Writes all as one archive. */
    public void write(OutputStream to) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(to)) {
            put(archive, DIGEST, digest.getBytes(StandardCharsets.UTF_8));
            put(archive, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                put(archive, each.getKey().replace('.', '/') + CLASS, each.getValue());
            }
        }
    }

    private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        archive.putNextEntry(entry);
        archive.write(content);
    }

    /** Reads what {@link #write} wrote. */
    public static CompiledRules read(InputStream from) throws IOException {
        String digest = "";
        List<String> models = new ArrayList<>();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(from)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                byte[] content = archive.readAllBytes();
                String name = entry.getName();
                switch (name) {
                    case DIGEST -> digest = new String(content, StandardCharsets.UTF_8);
                    case MODELS -> models.addAll(List.of(new String(content, StandardCharsets.UTF_8).split("\n")));
                    default ->
                        classes.put(
                                name.substring(0, name.length() - CLASS.length())
                                        .replace('/', '.'),
                                content);
                }
            }
        }
        return new CompiledRules(digest, models, classes);
    }

    /**
     * Makes them ready to run.
     *
     * @param types loads the classes that the rules name
     */
    public KieBase load(ClassLoader types) {
        ClassLoader loader = new RuleClasses(classes, types);
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(new Properties(), loader);
        return KieBaseBuilder.createKieBaseFromModel(
                models.stream().map(name -> model(name, loader)).toList(), configuration);
    }

    private static Model model(String name, ClassLoader loader) {
        try {
            return (Model) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules are damaged", e);
        }
    }

    private static final class RuleClasses extends ClassLoader {
        private final Map<String, byte[]> classes;

        RuleClasses(Map<String, byte[]> classes, ClassLoader types) {
            super(types);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
