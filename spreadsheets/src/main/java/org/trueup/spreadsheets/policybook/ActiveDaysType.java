package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/**
 * The column that says on which days made-up accounts were active: {@code never}, {@code daily}, one date, or dates and
 * ranges such as {@code 2026-11-02; 2026-11-05 to 2026-11-09}.
 */
record ActiveDaysType() implements ValueType<ActiveDaysType.ActiveDays> {
    private static final int MOST_DAYS = 1_000;

    /**
     * When accounts were active.
     *
     * @param daily on each day of the as-of date's month, up to that date
     * @param days the dates that were typed; none of them and not daily means never
     */
    record ActiveDays(boolean daily, List<LocalDate> days) {
        static final ActiveDays NEVER = new ActiveDays(false, List.of());
    }

    @Override
    public String expected() {
        return "dates such as 2026-11-02; 2026-11-05 to 2026-11-09, or daily, or never";
    }

    @Override
    public Parsed<ActiveDays> parse(CellValue cell) {
        if (!(cell instanceof CellValue.Text text)) {
            return new DateType().parse(cell) instanceof Parsed.Right<LocalDate> day
                    ? Parsed.right(new ActiveDays(false, List.of(day.value())))
                    : Parsed.wrong(Spoken.of(cell) + " is not days; type " + expected());
        }
        String word = CellText.word(text.text()).toLowerCase(Locale.ROOT);
        if (word.equals("never") || word.equals("daily")) {
            return Parsed.right(new ActiveDays(word.equals("daily"), List.of()));
        }
        Parsed<List<List<LocalDate>>> ranges =
                ListType.of(expected(), this::range).parse(cell);
        if (ranges instanceof Parsed.Wrong<List<List<LocalDate>>> wrong) {
            return Parsed.wrong(wrong.message());
        }
        List<LocalDate> days = ((Parsed.Right<List<List<LocalDate>>>) ranges)
                .value().stream().flatMap(List::stream).toList();
        return days.size() <= MOST_DAYS
                ? Parsed.right(new ActiveDays(false, days))
                : Parsed.wrong("these are more than " + MOST_DAYS + " days; type fewer");
    }

    private Parsed<List<LocalDate>> range(String typed) {
        String[] ends = CellText.word(typed).toLowerCase(Locale.ROOT).split(" to |\\.\\.", 2);
        List<LocalDate> days = Stream.of(ends)
                .map(end -> new DateType().parse(new CellValue.Text(end.isBlank() ? typed : end)))
                .flatMap(parsed ->
                        parsed instanceof Parsed.Right<LocalDate> right ? Stream.of(right.value()) : Stream.empty())
                .toList();
        if (days.size() < ends.length) {
            return Parsed.wrong(Spoken.quoted(typed) + " is not a day or a range of days; type " + expected());
        }
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        long length = last.toEpochDay() - first.toEpochDay() + 1;
        if (length < 1 || length > MOST_DAYS) {
            return Parsed.wrong(Spoken.quoted(typed) + " is not a range of 1 to " + MOST_DAYS
                    + " days; type the earlier day first");
        }
        return Parsed.right(first.datesUntil(last.plusDays(1)).toList());
    }
}
