package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/**
 * The conditional formatting: colours for words, the worse ones bold too, for those who print in black; and thin lines
 * under a table's rows. It follows the rows when they are sorted, and costs nothing per cell.
 */
final class Highlights {
    private static final byte OPAQUE = (byte) 0xFF;
    private static final int LINE = 0xD9DEE2;
    private static final int BAR = 0x9CC3E0;
    private static final int NO_FILL = 0;

    private final XSSFSheetConditionalFormatting formatting;
    private final boolean lined;

    private Highlights(XSSFSheet sheet, boolean lined) {
        this.formatting = sheet.getSheetConditionalFormatting();
        this.lined = lined;
    }

    /** Colours the words of one column; rows and columns count from 0. */
    static void words(XSSFSheet sheet, Column.Kind kind, int column, int firstRow, int lastRow) {
        new Highlights(sheet, false).add(kind, new CellRangeAddress(firstRow, lastRow, column, column));
    }

    /** Colours the words of a table, and draws its lines. */
    static void table(XSSFSheet sheet, List<Column.Kind> kinds, int firstRow, int lastRow) {
        Highlights lined = new Highlights(sheet, true);
        List<CellRangeAddress> plain = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            CellRangeAddress column = new CellRangeAddress(firstRow, lastRow, i, i);
            // a bar draws no line
            if (!lined.add(kinds.get(i), column) || kinds.get(i) == Column.Kind.BAR) {
                plain.add(column);
            }
        }
        // some programs apply one rule a cell only: the coloured columns draw their lines themselves
        ConditionalFormattingRule always = lined.formatting.createConditionalFormattingRule("TRUE");
        addLine(always);
        lined.formatting.addConditionalFormatting(plain.toArray(new CellRangeAddress[0]), always);
    }

    private boolean add(Column.Kind kind, CellRangeAddress cells) {
        ConditionalFormattingRule[] rules = switch (kind) {
            case STATUS ->
                Arrays.stream(Status.values())
                        .map(status -> rule(status.name(), tone(status)))
                        .toArray(ConditionalFormattingRule[]::new);
            case SEVERITY ->
                Arrays.stream(Severity.values())
                        .map(severity -> rule(severity.name(), tone(severity)))
                        .toArray(ConditionalFormattingRule[]::new);
            case URGENCY ->
                Arrays.stream(Urgency.Rank.values())
                        .map(rank -> rule(rank.name(), tone(rank)))
                        .toArray(ConditionalFormattingRule[]::new);
            case MOVEMENT ->
                Arrays.stream(Movement.values())
                        .map(movement -> rule(movement.name(), tone(movement)))
                        .toArray(ConditionalFormattingRule[]::new);
            case BAR -> new ConditionalFormattingRule[] {bar()};
            case WORDS, FIGURES -> new ConditionalFormattingRule[0];
        };
        if (rules.length == 0) {
            return false;
        }
        formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rules);
        return true;
    }

    private ConditionalFormattingRule rule(String word, Tone tone) {
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + word + "\"");
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(colour(tone.text));
        font.setFontStyle(false, tone.bold);
        if (tone.fill != NO_FILL) {
            PatternFormatting pattern = rule.createPatternFormatting();
            pattern.setFillBackgroundColor(colour(tone.fill));
            pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        }
        if (lined) {
            addLine(rule);
        }
        return rule;
    }

    private static void addLine(ConditionalFormattingRule rule) {
        BorderFormatting border = rule.createBorderFormatting();
        border.setBorderBottom(BorderStyle.THIN);
        border.setBottomBorderColor(colour(LINE));
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case COMPLIANT -> Tone.GOOD;
            case AT_LIMIT -> Tone.NOTE;
            case WARNING, OVERAGE, GRACE -> Tone.CARE;
            case BLOCKED -> Tone.BAD;
        };
    }

    private static Tone tone(Urgency.Rank rank) {
        return switch (rank) {
            case BLOCKED, VIOLATION -> Tone.BAD;
            case GRACE -> Tone.CARE;
            case SEATS, CREDITS -> Tone.NOTE;
        };
    }

    private static Tone tone(Movement movement) {
        return switch (movement) {
            case NEW, WORSENED -> Tone.BAD;
            case IMPROVED, CURED -> Tone.GOOD;
            case UNCHANGED, NONE -> Tone.NOTE;
        };
    }

    /** A bar from nothing to all, whatever the other cells hold. */
    private ConditionalFormattingRule bar() {
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(colour(BAR));
        DataBarFormatting bar = rule.getDataBarFormatting();
        bar.getMinThreshold().setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
        bar.getMinThreshold().setValue(0d);
        bar.getMaxThreshold().setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
        bar.getMaxThreshold().setValue(1d);
        return rule;
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case INFO -> Tone.NOTE;
            case WARNING -> Tone.CARE;
            case VIOLATION -> Tone.BAD;
        };
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {OPAQUE, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    /** Dark text on a light ground, readable for people who see colours differently. */
    private enum Tone {
        GOOD(0x375623, NO_FILL, false),
        NOTE(0x1F4E79, NO_FILL, false),
        CARE(0x7F4F00, 0xFFF2CC, true),
        BAD(0x9C0006, 0xFFD9D9, true);

        final int text;
        final int fill;
        final boolean bold;

        Tone(int text, int fill, boolean bold) {
            this.text = text;
            this.fill = fill;
            this.bold = bold;
        }
    }
}
