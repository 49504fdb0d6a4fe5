package org.trueup.spreadsheets.policybook;

import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** Columns that take one word of a list. Upper and lower case, spaces, {@code -} and {@code _} make no difference. */
final class ChoiceTypes {
    private ChoiceTypes() {}

    /** The constants of an enum by their names, in lower case as the sheets show them. */
    static <E extends Enum<E>> ValueType<E> lowerCase(Class<E> type) {
        return oneOf(type, value -> value.name().toLowerCase(Locale.ROOT));
    }

    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            words.put(word.apply(value), value);
        }
        return new Words<>("one of " + String.join(", ", words.keySet()), words, words.keySet());
    }

    /** One of these words, as they are spelled here. */
    static ValueType<String> wordOf(Collection<String> choices) {
        return new Words<>("one of " + String.join(", ", choices), sameWords(choices), choices);
    }

    static ValueType<Boolean> yesNo() {
        Map<String, Boolean> words =
                Map.of("yes", true, "y", true, "true", true, "no", false, "n", false, "false", false);
        return new Words<>("yes or no", words, List.of("yes", "no"));
    }

    /** A name of the sheet Plans; while that sheet tells none, any name will do. */
    static ValueType<String> plan(Collection<String> plans) {
        if (plans.isEmpty()) {
            return TextTypes.name("a plan's name");
        }
        return new Words<>("a plan of the sheet Plans (" + String.join(", ", plans) + ")", sameWords(plans), plans);
    }

    /**
     * A name that another sheet tells. While that sheet tells none, no name will do.
     *
     * @param what with its article, for example {@code an add-on}
     */
    static ValueType<String> named(String what, String sheet, Collection<String> names) {
        String which = names.isEmpty() ? "which names none yet" : String.join(", ", names);
        return new Words<>(what + " of the sheet " + sheet + " (" + which + ")", sameWords(names), names);
    }

    /** The code of a finding; there are too many to name them all in a sentence. */
    static ValueType<String> findingCode(Collection<String> codes) {
        String expected = "the code of a finding, of the product's own or of the sheet Checks";
        return new Words<>(expected, sameWords(codes), codes);
    }

    private static Map<String, String> sameWords(Collection<String> words) {
        return words.stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static ValueType<Currency> currency() {
        Map<String, Currency> codes = Currency.getAvailableCurrencies().stream()
                .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));
        return new Words<>("the three letters of a currency, for example USD", codes, List.of());
    }

    private static final class Words<T> implements ValueType<T> {
        private final String expected;
        private final Map<String, T> byKey = new LinkedHashMap<>();
        private final Collection<String> hints;

        Words(String expected, Map<String, T> words, Collection<String> hints) {
            this.expected = expected;
            this.hints = hints;
            words.forEach((word, value) -> byKey.put(key(word), value));
        }

        @Override
        public String expected() {
            return expected;
        }

        @Override
        public CellShape shape() {
            return CellShape.choice(List.copyOf(hints));
        }

        @Override
        public Parsed<T> parse(CellValue cell) {
            String typed = word(cell);
            T value = byKey.get(key(typed));
            return value != null
                    ? Parsed.right(value)
                    : Parsed.wrong(Spoken.of(cell) + " is not " + expected + advice(typed));
        }

        private String advice(String typed) {
            String hint = Spoken.didYouMean(typed, hints);
            return hint.isEmpty() ? "; type it so or pick it from the list" : hint;
        }

        private static String word(CellValue cell) {
            if (cell instanceof CellValue.Text text) {
                return CellText.word(text.text());
            } else if (cell instanceof CellValue.Number number) {
                return number.value().toPlainString();
            }
            return cell instanceof CellValue.YesNo yesNo ? String.valueOf(yesNo.value()) : "";
        }

        private static String key(String word) {
            return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
        }
    }
}
