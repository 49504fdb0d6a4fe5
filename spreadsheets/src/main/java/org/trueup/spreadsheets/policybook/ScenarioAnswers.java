package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.scenario.Answer;
import org.trueup.spreadsheets.scenario.Expected;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** The green columns of a sheet of scenarios: each takes what the policy can say, said in the same way. */
final class ScenarioAnswers {
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_LICENCES = 10_000_000;
    private static final int MOST_GRACE_DAYS = 100_000;

    private final List<AnswerColumn> columns = new ArrayList<>();

    ScenarioAnswers(Collection<String> plans, Collection<String> codes) {
        for (Answer answer : Answer.values()) {
            columns.add(new AnswerColumn(answer, Column.optional(answer.column(), type(answer, plans, codes))));
        }
    }

    private static ValueType<List<String>> type(Answer answer, Collection<String> plans, Collection<String> codes) {
        return switch (answer) {
            case DECIDED_PLAN -> orNone(ChoiceTypes.plan(plans), name -> name);
            case USED, REQUIRED, SHORT -> orNone(NumberTypes.whole(0, MOST_LICENCES), number -> number.toString());
            case LICENSED -> new OrWord("unlimited", orNone(NumberTypes.whole(0, MOST_LICENCES), Object::toString));
            case STATUS -> orNone(ChoiceTypes.oneOf(Status.class, Status::name), Status::name);
            case GRACE_DAY -> orNone(NumberTypes.whole(1, MOST_GRACE_DAYS), number -> number.toString());
            case GRACE_ENDS_ON -> orNone(new DateType(), day -> day.toString());
            case MONTHLY_AMOUNT, TRUE_UP_AMOUNT -> orNone(NumberTypes.money(), ScenarioAnswers::cents);
            case ADDING_BEYOND ->
                orNone(
                        ChoiceTypes.lowerCase(AddingBeyond.class),
                        word -> word.name().toLowerCase(Locale.ROOT));
            case USAGE_LINE, MESSAGE_CONTAINS -> new Mapped<>(TextTypes.sentence(LONGEST_TEXT), CellText::line);
            case ENTITLEMENTS -> ListType.entitlements();
            case FINDINGS -> new OrWord(Answer.NONE, ListType.codes(codes));
            case NO_FINDINGS -> ListType.codes(codes);
        };
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static <T> ValueType<List<String>> orNone(ValueType<T> type, Function<T, String> said) {
        return new OrWord(Answer.NONE, new Mapped<>(type, said));
    }

    List<Column<?>> columns() {
        return columns.stream().<Column<?>>map(AnswerColumn::column).toList();
    }

    /** The filled cells, in the order of the columns; none where the row expects nothing or a cell is wrong. */
    List<Expected> read(TableRow row) {
        List<Expected> expected = new ArrayList<>();
        for (AnswerColumn each : columns) {
            List<String> values = row.get(each.column());
            if (values != null) {
                String address = row.at().cell(each.column().header()).address();
                expected.add(new Expected(each.answer(), address, values));
            }
        }
        return expected;
    }

    private record AnswerColumn(Answer answer, Column<List<String>> column) {}

    /** Another type's value, said as the policy says it. */
    private record Mapped<T>(ValueType<T> type, Function<T, String> said) implements ValueType<List<String>> {
        @Override
        public String expected() {
            return type.expected();
        }

        @Override
        public CellShape shape() {
            return type.shape();
        }

        @Override
        public Parsed<List<String>> parse(CellValue cell) {
            Parsed<T> parsed = type.parse(cell);
            return parsed instanceof Parsed.Right<T> right
                    ? Parsed.right(List.of(said.apply(right.value())))
                    : Parsed.wrong(((Parsed.Wrong<T>) parsed).message());
        }
    }

    /** Another type's value, or one word beside it. */
    private record OrWord(String word, ValueType<List<String>> type) implements ValueType<List<String>> {
        @Override
        public String expected() {
            return type.expected() + ", or " + word;
        }

        @Override
        public CellShape shape() {
            return type.shape().or(word);
        }

        @Override
        public Parsed<List<String>> parse(CellValue cell) {
            boolean isWord = cell instanceof CellValue.Text text
                    && CellText.word(text.text()).equalsIgnoreCase(word);
            return isWord ? Parsed.right(List.of(word)) : type.parse(cell);
        }
    }
}
