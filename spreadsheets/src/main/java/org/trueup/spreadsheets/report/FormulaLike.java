package org.trueup.spreadsheets.report;

/** Recognises text that a spreadsheet would take for a formula. */
final class FormulaLike {
    private FormulaLike() {}

    static boolean test(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t';
    }
}
