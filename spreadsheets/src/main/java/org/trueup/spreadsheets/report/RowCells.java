package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Month;
import org.trueup.rules.outcome.Licences;
import org.trueup.spreadsheets.parts.TextLines;

/** Fills the cells of one row after the other, from left to right; what is not known leaves its cell empty. */
abstract class RowCells {
    private static final float LINE_POINTS = 15;
    /** Excel's rows are 409 points tall at most. */
    private static final int MOST_LINES = 27;
    /** Excel's calendar begins here. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);

    /** Days from the day before Excel's first to 1970. */
    private static final int DAYS_BEFORE_1970 = 25_568;
    /** Excel has a 29 February 1900: from the day after on, each day has a number more. */
    private static final LocalDate AFTER_THE_DAY_THAT_WAS_NOT = LocalDate.of(1900, 3, 1);

    private int lines = 1;

    /** Fills the next cell; the text is fit for one. */
    abstract void put(short style, String text);

    /** Fills the next cell. */
    abstract void put(short style, double number);

    /** Fills the next cell with a text that leads somewhere else in the workbook; the text is fit for a cell. */
    abstract void put(String text, Spot target);

    /** Leaves the next cell empty. */
    abstract RowCells skip();

    /** Makes the row so tall. */
    abstract void height(float points);

    /** To be called when a row is begun. */
    void begun() {
        lines = 1;
    }

    static short style(Look look) {
        return StyleNumbers.of(look);
    }

    RowCells text(@Nullable String text) {
        return text(text, Look.TEXT, Look.QUOTED);
    }

    /** Text that leads to another place of the workbook, where there is one to lead to. */
    RowCells link(@Nullable String text, @Nullable Spot target) {
        if (text == null || text.isEmpty() || target == null) {
            return text(text);
        }
        put(CellText.of(text), target);
        return this;
    }

    /** Text that may take several lines in a column of so many characters. */
    RowCells wrapped(@Nullable String text, int width) {
        lines = Math.max(lines, TextLines.of(text, width));
        return text(text, Look.WRAPPED, Look.WRAPPED_QUOTED);
    }

    /** Makes the row as tall as its wrapped text; not every program does that by itself. */
    void fitHeight() {
        if (lines > 1) {
            height(Math.min(lines, MOST_LINES) * LINE_POINTS);
        }
    }

    /** A text of ours in a look of its own. */
    RowCells text(String text, Look look) {
        put(style(look), CellText.of(text));
        return this;
    }

    RowCells number(@Nullable Number number) {
        return number(number, Look.NUMBER);
    }

    RowCells money(@Nullable BigDecimal amount) {
        return number(amount, Look.MONEY);
    }

    /** Part of a whole, 1 being 100 %. */
    RowCells percent(@Nullable Double part) {
        return number(part, Look.PERCENT);
    }

    /** A number, or the word where there is none to compare with. */
    RowCells licences(Licences licences) {
        return licences.count() == null ? text("unlimited", Look.WORD) : number(licences.count());
    }

    RowCells date(@Nullable LocalDate date) {
        if (date == null) {
            return skip();
        }
        if (date.isBefore(FIRST_DATE)) {
            return text(date.toString(), Look.TEXT);
        }
        put(style(Look.DATE), day(date));
        return this;
    }

    /** A month as its first day. */
    RowCells month(Month month) {
        put(style(Look.MONTH), day(month.firstDay()));
        return this;
    }

    RowCells time(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        put(style(Look.TIME), DateUtil.getExcelDate(utc));
        return this;
    }

    /** One of the words that have a mark and a tone of their own. */
    RowCells word(Enum<?> word) {
        put(StyleNumbers.ofWord(word), word.name());
        return this;
    }

    private RowCells text(@Nullable String text, Look plain, Look quoted) {
        if (text == null || text.isEmpty()) {
            return skip();
        }
        return text(text, FormulaLike.test(text) ? quoted : plain);
    }

    /** A number in a look of its own. */
    RowCells number(@Nullable Number number, Look look) {
        if (number == null) {
            return skip();
        }
        put(style(look), number.doubleValue());
        return this;
    }

    /** Days as Excel counts them. */
    private static long day(LocalDate date) {
        long days = date.toEpochDay() + DAYS_BEFORE_1970;
        return date.isBefore(AFTER_THE_DAY_THAT_WAS_NOT) ? days : days + 1;
    }
}
