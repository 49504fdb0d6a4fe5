package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** Columns that take numbers, typed as numbers or as text. */
final class NumberTypes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_OF_ANYTHING = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100_000);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}( \\d{3})+(\\.\\d{1,15})?");

    private NumberTypes() {}

    static ValueType<Integer> whole(int least, int most) {
        BigDecimal floor = BigDecimal.valueOf(least);
        BigDecimal ceiling = BigDecimal.valueOf(most);
        return new Numeric<>(
                CellShape.NUMBER,
                "a whole number from " + least + " to " + most,
                "; type the number alone, without separators or units",
                cell -> plain(cell).filter(number -> within(number, floor, ceiling) && isWhole(number)),
                BigDecimal::intValueExact);
    }

    /** At least 0; the decimals are kept as typed. */
    static ValueType<BigDecimal> money() {
        return new Numeric<>(
                CellShape.NUMBER,
                "an amount of money from 0 to 1000000",
                "; type the number alone, for example 9.50, without separators or a currency sign",
                cell -> plain(cell).filter(number -> within(number, BigDecimal.ZERO, MOST_MONEY)),
                Function.identity());
    }

    /** Any number, at least 0. */
    static ValueType<BigDecimal> amount() {
        return new Numeric<>(
                CellShape.NUMBER,
                "a number from 0 to " + MOST_OF_ANYTHING.toPlainString(),
                "; type the number alone, without separators or units",
                cell -> plain(cell).filter(number -> within(number, BigDecimal.ZERO, MOST_OF_ANYTHING)),
                Function.identity());
    }

    /** In percent: {@code 10 %}, 10 and a cell that holds 0.1 and shows 10 % are all 10. */
    static ValueType<BigDecimal> percent() {
        return new Numeric<>(
                CellShape.PERCENT,
                "a percentage from 0 to 100000",
                "; type for example 10 %",
                cell -> hundredths(cell).filter(number -> within(number, BigDecimal.ZERO, MOST_PERCENT)),
                Function.identity());
    }

    private static Optional<BigDecimal> plain(CellValue cell) {
        if (cell instanceof CellValue.Number number) {
            return number.percent() ? Optional.empty() : Optional.of(number.value());
        }
        return cell instanceof CellValue.Text text ? typed(CellText.word(text.text())) : Optional.empty();
    }

    private static Optional<BigDecimal> hundredths(CellValue cell) {
        if (cell instanceof CellValue.Number number) {
            return Optional.of(number.percent() ? tidy(number.value().multiply(HUNDRED)) : number.value());
        }
        if (cell instanceof CellValue.Text text) {
            String word = CellText.word(text.text());
            return typed(word.endsWith("%") ? CellText.line(word.substring(0, word.length() - 1)) : word);
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> typed(String word) {
        if (NUMBER.matcher(word).matches() || GROUPED.matcher(word).matches()) {
            return Optional.of(tidy(new BigDecimal(word.replace(" ", ""))));
        }
        return Optional.empty();
    }

    /** The same number always looks the same: 50, 50.0 and 5E+1 are 50. */
    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean within(BigDecimal number, BigDecimal least, BigDecimal most) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private record Numeric<T>(
            CellShape shape,
            String expected,
            String advice,
            Function<CellValue, Optional<BigDecimal>> reader,
            Function<BigDecimal, T> maker)
            implements ValueType<T> {
        @Override
        public Parsed<T> parse(CellValue cell) {
            return reader.apply(cell)
                    .map(NumberTypes::tidy)
                    .map(maker)
                    .map(Parsed::right)
                    .orElseGet(() -> Parsed.wrong(Spoken.of(cell) + " is not " + expected + advice));
        }
    }
}
