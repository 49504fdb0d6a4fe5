package org.trueup.spreadsheets.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes file names of people's names: names that every system takes, that stay in their folder, and that differ where a
 * system treats upper and lower case alike.
 */
final class FileNames {
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}]");
    private static final Pattern DOTS_FIRST = Pattern.compile("^[.\\s]+");
    private static final Pattern DOTS_LAST = Pattern.compile("[.\\s]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);
    /** File systems take 255 bytes; the number and the ending need some. */
    private static final int MOST_BYTES = 200;

    private final Set<String> taken = new HashSet<>();

    /** The same names in the same order give the same file names. */
    String forName(String name, String ending) {
        String safe = safe(name);
        String candidate = safe;
        for (int i = 2; !taken.add(folded(candidate)); i++) {
            candidate = safe + " (" + i + ")";
        }
        return candidate + ending;
    }

    private static String safe(String name) {
        String safe = FORBIDDEN
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("_");
        safe = DOTS_FIRST.matcher(safe).replaceFirst("_");
        safe = DOTS_LAST.matcher(shortened(safe)).replaceFirst("_");
        if (safe.isEmpty() || RESERVED.matcher(safe).matches()) {
            safe = "_" + safe;
        }
        return safe;
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
