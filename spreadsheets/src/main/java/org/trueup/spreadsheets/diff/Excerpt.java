package org.trueup.spreadsheets.diff;

/** Long texts shortened for a sentence, so that what changed in them stays in sight. */
final class Excerpt {
    private static final int LONGEST = 80;
    /** How much is kept of what both have before the first difference. */
    private static final int LEAD = 20;

    private Excerpt() {}

    static String of(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…\"";
    }

    /** For example {@code 10 → 12}; an empty cell is called so. */
    static String change(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return (before.isEmpty() ? "empty" : of(before)) + " → " + (after.isEmpty() ? "empty" : of(after));
        }
        int from = before.length() > LONGEST || after.length() > LONGEST ? firstDifference(before, after) : 0;
        return from(before, from) + " → " + from(after, from);
    }

    private static String from(String value, int start) {
        return of(start == 0 ? value : "\"…" + value.substring(start));
    }

    /** Where to begin: at a word, a little before the texts part. */
    private static int firstDifference(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        int word = before.lastIndexOf(' ', Math.max(0, at - LEAD));
        return at <= LEAD || word < 0 ? 0 : word + 1;
    }
}
