package org.trueup.server.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody may have meant. */
public final class Spelling {
    private Spelling() {}

    /** The known word with the fewest differences; none when all differ in more than a third of the letters typed. */
    public static @Nullable String nearest(String typed, List<String> known) {
        String nearest = null;
        int fewest = Math.max(2, typed.length() / 3) + 1;
        for (String word : known) {
            int differences = differences(typed, word);
            if (differences < fewest) {
                fewest = differences;
                nearest = word;
            }
        }
        return nearest;
    }

    /** Letters to insert, leave out or replace (Levenshtein's distance). */
    private static int differences(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
