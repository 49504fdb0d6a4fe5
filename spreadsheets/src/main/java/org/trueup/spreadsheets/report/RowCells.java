package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** Fills the cells of one row after the other, from left to right; what is not known leaves its cell empty. */
final class RowCells {
    private static final float LINE_POINTS = 15;
    /** Excel's rows are 409 points tall at most. */
    private static final int MOST_LINES = 27;

    private final Styles styles;
    private @Nullable Row row;
    private int next;
    private int lines = 1;

    RowCells(Styles styles) {
        this.styles = styles;
    }

    /** Goes on with the first cell of a row. */
    RowCells in(Row row) {
        return in(row, 0);
    }

    /** Goes on with a cell of a row, the first column being 0. */
    RowCells in(Row row, int column) {
        this.row = row;
        this.next = column;
        this.lines = 1;
        return this;
    }

    RowCells skip() {
        next++;
        return this;
    }

    RowCells text(@Nullable String text) {
        return text(text, Look.TEXT, Look.QUOTED);
    }

    /** Text that may take several lines in a column of so many characters. */
    RowCells wrapped(@Nullable String text, int width) {
        lines = Math.max(lines, TextLines.of(text, width));
        return text(text, Look.WRAPPED, Look.WRAPPED_QUOTED);
    }

    /** Makes the row as tall as its wrapped text; not every program does that by itself. */
    void fitHeight() {
        if (row != null && lines > 1) {
            row.setHeightInPoints(Math.min(lines, MOST_LINES) * LINE_POINTS);
        }
    }

    /** A text of ours in a look of its own. */
    RowCells text(String text, Look look) {
        cell(look).setCellValue(CellText.of(text));
        return this;
    }

    /** An empty cell in a look of its own. */
    RowCells blank(Look look) {
        cell(look);
        return this;
    }

    RowCells link(String text, Spot target) {
        Cell cell = cell(Look.LINK);
        Hyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target.address());
        cell.setCellValue(CellText.of(text));
        cell.setHyperlink(link);
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
        cell(Look.DATE).setCellValue(date);
        return this;
    }

    RowCells time(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        cell(Look.TIME).setCellValue(utc);
        return this;
    }

    RowCells status(Status status) {
        cell(styles.of(status)).setCellValue(status.name());
        return this;
    }

    RowCells severity(Severity severity) {
        cell(styles.of(severity)).setCellValue(severity.name());
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
        cell(look).setCellValue(number.doubleValue());
        return this;
    }

    private Cell cell(Look look) {
        return cell(styles.of(look));
    }

    private Cell cell(CellStyle style) {
        if (row == null) {
            throw new IllegalStateException("no row was begun");
        }
        Cell cell = row.createCell(next++);
        cell.setCellStyle(style);
        return cell;
    }
}
