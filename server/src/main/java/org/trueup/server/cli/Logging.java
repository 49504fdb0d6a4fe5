package org.trueup.server.cli;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves the logging system asleep where nothing will be logged: to wake it takes as long as all the work of a small
 * command.
 */
final class Logging {
    private static final Set<String> WITHOUT_STORE = Set.of("check", "diff", "new-policy");

    private Logging() {}

    /** Decides for the whole program, so it comes before everything else. */
    static void begin(String... args) {
        if (!needed(args)) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            // it would say that it was told so
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }

    /** Spring insists on a logging system, and whoever asks for more wants to read it. */
    static boolean needed(String... args) {
        return args.length == 0
                || !WITHOUT_STORE.contains(args[0])
                || Stream.of(args)
                        .anyMatch(arg -> arg.equals("--verbose")
                                || Edition.KEPT.matcher(arg).matches());
    }
}
