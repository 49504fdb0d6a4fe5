package org.trueup.batch.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a night, to compare them byte for byte with those of another one. */
final class NightFolder {
    private NightFolder() {}

    /** By name; the seconds in {@code summary.json}, which differ between any two nights, are left out. */
    static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                contents.put(folder.relativize(file).toString(), withoutSeconds(bytes));
            }
        }
        return contents;
    }

    private static String withoutSeconds(String text) {
        return text.replaceAll("(?s)\"seconds\": \\{.*?}", "");
    }
}
