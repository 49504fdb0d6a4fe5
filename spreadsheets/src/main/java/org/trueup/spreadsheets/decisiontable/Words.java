package org.trueup.spreadsheets.decisiontable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.CheckTerms;

/** Numbers for the words that the rows of a table ask for, so that the table itself holds no word. */
final class Words {
    private final Map<String, Integer> numbers = new HashMap<>();

    Words(List<CheckTerms> rows) {
        for (CheckTerms row : rows) {
            row.words().values().forEach(word -> numbers.putIfAbsent(key(word), numbers.size() + 1));
        }
    }

    /** 1 or more; 0 for a word that no row asks for, and for none. */
    int number(@Nullable String word) {
        return word == null ? 0 : numbers.getOrDefault(key(word), 0);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
