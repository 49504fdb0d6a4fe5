package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** Columns that take a day, as an Excel date or as ISO text. Years outside 2000 to 2199 are slips of the keyboard. */
record DateType() implements ValueType<LocalDate> {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    @Override
    public String expected() {
        return "a date such as 2025-12-31";
    }

    @Override
    public CellShape shape() {
        return CellShape.DATE;
    }

    @Override
    public Parsed<LocalDate> parse(CellValue cell) {
        return day(cell)
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .map(Parsed::right)
                .orElseGet(() ->
                        Parsed.wrong(Spoken.of(cell) + " is not a day from 2000 to 2199; type the date as 2025-12-31"));
    }

    private static Optional<LocalDate> day(CellValue cell) {
        if (cell instanceof CellValue.Date date) {
            return Optional.of(date.value())
                    .filter(moment -> moment.toLocalTime().equals(LocalTime.MIDNIGHT))
                    .map(moment -> moment.toLocalDate());
        }
        return cell instanceof CellValue.Text text ? iso(CellText.word(text.text())) : Optional.empty();
    }

    private static Optional<LocalDate> iso(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException anotherWayOfWriting) {
            return Optional.empty();
        }
    }
}
