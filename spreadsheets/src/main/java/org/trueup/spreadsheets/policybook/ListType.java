package org.trueup.spreadsheets.policybook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/**
 * Columns that take several things in one cell, separated by semicolons or lines (commas too, where the things have none).
 *
 * @param separators between two things
 * @param item what becomes of one of them
 */
record ListType<T>(String expected, Pattern separators, Function<String, Parsed<T>> item)
        implements ValueType<List<T>> {
    private static final Pattern COMMAS_TOO = Pattern.compile("[;,\\n\\uFF0C\\uFF1B]");
    private static final Pattern SEMICOLONS = Pattern.compile("[;\\n\\uFF1B]");
    private static final int LONGEST = 2_000;

    /** Of items that may not hold a comma. */
    static <T> ListType<T> of(String expected, Function<String, Parsed<T>> item) {
        return new ListType<>(expected, COMMAS_TOO, item);
    }

    /** Of items that may hold a comma. */
    static <T> ListType<T> ofTexts(String expected, Function<String, Parsed<T>> item) {
        return new ListType<>(expected, SEMICOLONS, item);
    }

    /** Codes of findings that the product or the sheet Checks knows. */
    static ListType<String> codes(Collection<String> known) {
        return of("codes of findings, separated by commas", typed -> {
            String code = CellText.word(typed).toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
            if (known.contains(code)) {
                return Parsed.right(code);
            }
            String hint = Spoken.didYouMean(code, known);
            return Parsed.wrong(Spoken.quoted(typed) + " is no finding of the product's rules or of the sheet Checks"
                    + (hint.isEmpty() ? "; type a code such as BELOW_PLAN_MINIMUM" : hint));
        });
    }

    /** Entitlements as {@code Data history: 12 months}. */
    static ListType<String> entitlements() {
        String example = "type for example Data history: 12 months; User merge: yes";
        return ofTexts("entitlements and what they grant, separated by semicolons", typed -> {
            int colon = typed.lastIndexOf(':');
            String name = colon < 1 ? "" : CellText.line(typed.substring(0, colon));
            String value = colon < 1 ? "" : CellText.line(typed.substring(colon + 1));
            return name.isEmpty() || value.isEmpty()
                    ? Parsed.wrong(Spoken.quoted(typed) + " is not an entitlement with its value; " + example)
                    : Parsed.right(name + ": " + value);
        });
    }

    @Override
    public Parsed<List<T>> parse(CellValue cell) {
        if (!(cell instanceof CellValue.Text text)) {
            return Parsed.wrong(Spoken.of(cell) + " is not " + expected + "; type them as text");
        }
        String typed = CellText.paragraph(text.text());
        if (typed.length() > LONGEST) {
            return Parsed.wrong("the text is longer than " + LONGEST + " characters; type a shorter one");
        }
        List<String> each = Arrays.stream(separators.split(typed))
                .map(CellText::line)
                .filter(one -> !one.isEmpty())
                .toList();
        if (each.isEmpty()) {
            return Parsed.wrong(Spoken.quoted(typed) + " is not " + expected + "; type at least one");
        }
        List<T> values = new ArrayList<>();
        for (String one : each) {
            Parsed<T> parsed = item.apply(one);
            if (parsed instanceof Parsed.Wrong<T> wrong) {
                return Parsed.wrong(wrong.message());
            }
            values.add(((Parsed.Right<T>) parsed).value());
        }
        return Parsed.right(List.copyOf(values));
    }
}
