package org.trueup.server.kills;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a night, to be compared with those of another. */
final class NightFolder {
    private NightFolder() {}

    /** A digest of each file by its name; the seconds in {@code summary.json} are the only thing that may differ. */
    static Map<String, String> digests(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(toMap(
                            file -> folder.relativize(file).toString(),
                            NightFolder::digest,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    /** What stands under the reports' folder, sorted. */
    static List<String> under(Path reports) throws IOException {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String digest(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (file.endsWith("summary.json")) {
                bytes = new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("(?s)\"seconds\"\\s*:\\s*\\{[^}]*}", "\"seconds\": {}")
                        .getBytes(StandardCharsets.UTF_8);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
