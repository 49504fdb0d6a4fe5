package org.trueup.rules.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.trueup.rules.drl.CompiledRules;

/** A step of the build: compiles the product's DRL once for all programs that will run it. */
public final class RulesBuild {
    private RulesBuild() {}

    /**
     * Compiles the rules if a class or a rule is newer than what was compiled last.
     *
     * @param arguments the folder of the module's classes, to which the compiled rules are added
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path file = classes.resolve(Rules.COMPILED);
        if (isNewest(file, classes)) {
            return;
        }
        CompiledRules compiled = Rules.compile();
        Path beside = classes.resolve(Rules.COMPILED + ".new");
        try (OutputStream out = Files.newOutputStream(beside)) {
            compiled.write(out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rules are compiled against the classes of this module: a change in either asks for a new compilation. */
    private static boolean isNewest(Path file, Path classes) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        FileTime compiled = Files.getLastModifiedTime(file);
        try (Stream<Path> inputs = Files.walk(classes)) {
            for (Path input : inputs.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(input).compareTo(compiled) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
