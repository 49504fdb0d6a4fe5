package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.trueup.spreadsheets.sheet.CellValue;

/** The column Value of the sheet Entitlements: a number, yes, no, unlimited or a few words of the analyst's own. */
record EntitlementValue() implements ValueType<String> {
    /** What the rules take for no limit. */
    static final String UNLIMITED = "unlimited";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+-]?\\d[\\d.,' ]*%?");
    private static final ValueType<String> WORDS = TextTypes.name("a number, yes, no, unlimited or a few words");

    /** Whether a value that was taken is a number. */
    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    @Override
    public String expected() {
        return WORDS.expected();
    }

    @Override
    public CellShape shape() {
        return CellShape.NUMBER_OR_TEXT;
    }

    @Override
    public Parsed<String> parse(CellValue cell) {
        if (NumberTypes.amount().parse(cell) instanceof Parsed.Right<BigDecimal> number) {
            return Parsed.right(number.value().toPlainString());
        }
        if (ChoiceTypes.yesNo().parse(cell) instanceof Parsed.Right<Boolean> answer) {
            return Parsed.right(answer.value() ? "yes" : "no");
        }
        Parsed<String> words = WORDS.parse(cell);
        if (words instanceof Parsed.Right<String> right) {
            return sameWord(cell, right);
        }
        return words;
    }

    private static Parsed<String> sameWord(CellValue cell, Parsed.Right<String> words) {
        String typed = words.value().toLowerCase(Locale.ROOT);
        // half a number would be kept as words, and no rule could count with it
        if (LIKE_A_NUMBER.matcher(typed).matches()
                && NumberTypes.amount().parse(cell) instanceof Parsed.Wrong<BigDecimal> wrong) {
            return Parsed.wrong(wrong.message());
        }
        return typed.equals(UNLIMITED) ? Parsed.right(UNLIMITED) : words;
    }
}
