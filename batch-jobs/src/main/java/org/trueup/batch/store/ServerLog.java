package org.trueup.batch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** The log of an embedded database, and what it says about a start that failed. */
final class ServerLog {
    private static final String START = "=== start at ";
    private static final long LARGE = 5_000_000;

    private ServerLog() {}

    /** Marks the beginning of a start, and begins the file anew when it has grown large. */
    static void begin(Home home) throws IOException {
        Path log = home.log();
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.delete(log);
        }
        Files.writeString(log, START + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static boolean says(Home home, String words) {
        return sinceStart(home).stream().anyMatch(line -> line.contains(words));
    }

    /** What to tell people about a database that did not start. */
    static StoreException trouble(Home home) {
        List<String> lines = sinceStart(home);
        if (lines.stream().anyMatch(DiskTrouble::meansFull)) {
            return new StoreException(
                    "The disk under %s is full: free some space, or name a folder on another disk with --home."
                            .formatted(home.folder()));
        }
        String last = lines.stream()
                .filter(line -> line.contains("[ERROR]") && !line.endsWith("Aborting"))
                .reduce((earlier, later) -> later)
                .orElse(lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1));
        return new StoreException("The database under %s did not start; its log %s says: %s"
                .formatted(home.folder(), home.log(), last.strip()));
    }

    private static List<String> sinceStart(Home home) {
        try {
            String all = Files.readString(home.log(), StandardCharsets.ISO_8859_1);
            return all.substring(Math.max(0, all.lastIndexOf(START)))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw DiskTrouble.of(e, home.folder());
        }
    }
}
