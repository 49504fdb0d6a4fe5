package org.trueup.rules.terms;

import java.util.Locale;

/**
 * A name, exact or with {@code *} for any characters; upper and lower case are alike.
 *
 * @param text as the analyst typed it, not empty
 */
public record NamePattern(String text) {
    public NamePattern {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name pattern is never empty");
        }
    }

    public boolean exact() {
        return text.indexOf('*') < 0;
    }

    /** How many characters the pattern fixes: the more, the more specific. */
    public int fixedCharacters() {
        return (int) text.chars().filter(character -> character != '*').count();
    }

    public boolean fits(String name) {
        return fits(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Greedy matching with one step back: linear in practice, and no regular expression made from what was typed. */
    private static boolean fits(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
