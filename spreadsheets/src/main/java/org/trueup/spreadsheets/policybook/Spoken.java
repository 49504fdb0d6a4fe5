package org.trueup.spreadsheets.policybook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Locale;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** How problems name what an analyst typed. */
final class Spoken {
    private static final int LONGEST = 60;
    /** Fewer letters begin too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    private Spoken() {}

    /** The cell's content within a sentence, cut where it is long. */
    static String of(CellValue cell) {
        if (cell instanceof CellValue.Text text) {
            return quoted(CellText.line(text.text()));
        } else if (cell instanceof CellValue.Number number) {
            return shortened(number.percent() ? number.shown() : number.value().toPlainString());
        } else if (cell instanceof CellValue.Date date) {
            return "the date " + moment(date.value());
        } else if (cell instanceof CellValue.YesNo yesNo) {
            return String.valueOf(yesNo.value()).toUpperCase(Locale.ROOT);
        }
        return "the formula";
    }

    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** A hint at the word that was probably meant; empty where none is near. */
    static String didYouMean(String typed, Collection<String> known) {
        String key = SheetNames.key(typed);
        return known.stream()
                .filter(word -> isNear(key, SheetNames.key(word)))
                .findFirst()
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** A slip or two of the fingers, or the word not typed to its end. */
    private static boolean isNear(String typed, String word) {
        return typed.length() >= SHORTEST_BEGINNING && word.startsWith(typed)
                || distance(typed, word) <= Math.max(1, word.length() / 4);
    }

    private static String moment(LocalDateTime value) {
        boolean dayOnly = value.toLocalTime().equals(LocalTime.MIDNIGHT);
        return dayOnly ? value.toLocalDate().toString() : value.toString().replace('T', ' ');
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Letters to add, drop, change or swap with the next between two words; long texts are far from everything. */
    private static int distance(String a, String b) {
        if (a.length() > LONGEST) {
            return LONGEST;
        }
        int[] twoAbove = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] line = new int[b.length() + 1];
            line[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                line[j] = Math.min(change, Math.min(above[j], line[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    line[j] = Math.min(line[j], twoAbove[j - 2] + 1);
                }
            }
            twoAbove = above;
            above = line;
        }
        return above[b.length()];
    }
}
