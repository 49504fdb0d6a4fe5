package org.trueup.spreadsheets.report;

import java.util.Arrays;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** Colours the words of a column by conditional formatting; the worse ones are bold too, for those who print in black. */
final class Highlights {
    private static final byte OPAQUE = (byte) 0xFF;
    private static final int NO_FILL = 0;

    private Highlights() {}

    static void add(XSSFSheet sheet, Column.Highlight highlight, CellRangeAddress cells) {
        CellRangeAddress[] where = {cells};
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        switch (highlight) {
            case STATUS -> formatting.addConditionalFormatting(where, statusRules(formatting));
            case SEVERITY -> formatting.addConditionalFormatting(where, severityRules(formatting));
            case NOTHING -> {}
        }
    }

    private static ConditionalFormattingRule[] statusRules(XSSFSheetConditionalFormatting formatting) {
        return Arrays.stream(Status.values())
                .map(status -> rule(formatting, status.name(), tone(status)))
                .toArray(ConditionalFormattingRule[]::new);
    }

    private static ConditionalFormattingRule[] severityRules(XSSFSheetConditionalFormatting formatting) {
        return Arrays.stream(Severity.values())
                .map(severity -> rule(formatting, severity.name(), tone(severity)))
                .toArray(ConditionalFormattingRule[]::new);
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case COMPLIANT -> Tone.GOOD;
            case AT_LIMIT -> Tone.NOTE;
            case WARNING, OVERAGE, GRACE -> Tone.CARE;
            case BLOCKED -> Tone.BAD;
        };
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case INFO -> Tone.NOTE;
            case WARNING -> Tone.CARE;
            case VIOLATION -> Tone.BAD;
        };
    }

    private static ConditionalFormattingRule rule(XSSFSheetConditionalFormatting formatting, String word, Tone tone) {
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
        return rule;
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
