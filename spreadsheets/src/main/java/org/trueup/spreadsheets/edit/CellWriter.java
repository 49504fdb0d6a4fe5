package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.CellShape;
import org.trueup.spreadsheets.sheet.CellText;
import org.w3c.dom.Element;

/**
 * Writes what somebody typed into a cell's markup: as a number or a date where the column takes one and the cell's format shows
 * it as one, else as the text that it is, which the check reads just as well. The cell's look stays.
 */
final class CellWriter {
    private static final int LONGEST_TEXT = 32_767;
    private static final int EXCELS_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    /** Read as one character where it stands in a text. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final WorkbookPackage parts;
    private final NumberFormats formats;
    private final boolean from1904;
    private @Nullable SharedTexts texts;

    CellWriter(WorkbookPackage parts, Tabs tabs) throws IOException {
        this.parts = parts;
        this.formats = new NumberFormats(parts, tabs);
        this.from1904 = Xml.child(parts.root(WorkbookPackage.WORKBOOK), "workbookPr")
                .map(settings -> settings.getAttribute("date1904"))
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** @param typed empty empties the cell */
    void write(Element cell, int format, CellShape.Kind kind, String typed) throws IOException, NotEditable {
        if (typed.length() > LONGEST_TEXT) {
            throw new NotEditable("A cell holds at most 32767 characters; type a shorter text.");
        }
        empty(cell);
        if (CellText.line(typed).isEmpty()) {
            return;
        }
        Optional<String> number = number(format, kind, CellText.word(typed));
        if (number.isPresent()) {
            cell.removeAttribute("t");
            Xml.append(cell, "<v xmlns=\"%s\">%s</v>".formatted(Xml.SHEET, number.get()));
        } else {
            writeText(cell, typed.replace("\r\n", "\n").replace('\r', '\n'));
        }
    }

    private void writeText(Element cell, String text) throws IOException {
        String escaped = ESCAPE.matcher(Xml.holdable(text)).replaceAll("_x005F_x$1_");
        Optional<Integer> shared = texts().number(escaped);
        if (shared.isPresent()) {
            cell.setAttribute("t", "s");
            Xml.append(cell, "<v xmlns=\"%s\">%d</v>".formatted(Xml.SHEET, shared.get()));
        } else {
            cell.setAttribute("t", "inlineStr");
            Xml.append(
                    cell,
                    "<is xmlns=\"%s\"><t xml:space=\"preserve\">%s</t></is>".formatted(Xml.SHEET, Xml.text(escaped)));
        }
    }

    private void empty(Element cell) throws IOException, NotEditable {
        Optional<Element> formula = Xml.child(cell, "f");
        if (formula.isPresent()) {
            String kind = formula.get().getAttribute("t");
            if (kind.equals("shared") || kind.equals("array")) {
                throw new NotEditable("The cell %s holds a formula together with other cells; change it in Excel."
                        .formatted(cell.getAttribute("r")));
            }
            new CalculationOrder(parts).remove();
        }
        while (cell.getFirstChild() != null) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.removeAttribute("t");
        cell.removeAttribute("cm");
        cell.removeAttribute("vm");
    }

    /** As Excel stores it; none for what is no number, or would not be shown as the one that is meant. */
    private Optional<String> number(int format, CellShape.Kind kind, String word) {
        boolean percent = formats.percent(format);
        boolean date = formats.date(format);
        return switch (kind) {
            case NUMBER, NUMBER_OR_TEXT ->
                percent || date ? Optional.empty() : decimal(word).map(CellWriter::plain);
            case PERCENT -> date ? Optional.empty() : percent(word, percent).map(CellWriter::plain);
            case DATE -> date ? day(word) : Optional.empty();
            case TEXT, CHOICE -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> percent(String word, boolean shown) {
        String figure = word.endsWith("%") ? CellText.line(word.substring(0, word.length() - 1)) : word;
        return decimal(figure).map(number -> shown ? number.movePointLeft(2) : number);
    }

    private static Optional<BigDecimal> decimal(String word) {
        return Optional.of(word)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .filter(number -> number.stripTrailingZeros().precision() <= EXCELS_DIGITS);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Optional<String> day(String word) {
        try {
            double day = DateUtil.getExcelDate(LocalDate.parse(word), from1904);
            return day < 0 ? Optional.empty() : Optional.of(String.valueOf((long) day));
        } catch (DateTimeParseException anotherWayOfWriting) {
            return Optional.empty();
        }
    }

    private SharedTexts texts() throws IOException {
        SharedTexts known = texts;
        if (known == null) {
            known = new SharedTexts(parts);
            texts = known;
        }
        return known;
    }
}
