package org.trueup.spreadsheets.report;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once: a workbook holds only so many. */
final class Styles {
    /** Every office program has it, or one of the same widths. */
    private static final String FONT = "Arial";

    private static final short POINTS = 10;

    /** Colours have four bytes in the file. */
    private static final byte OPAQUE = (byte) 0xFF;

    private static final XSSFColor DARK = colour(0x1F, 0x3A, 0x4D);
    private static final XSSFColor GREY = colour(0x59, 0x59, 0x59);
    private static final XSSFColor PALE = colour(0xED, 0xF1, 0xF4);
    private static final XSSFColor BLUE = colour(0x05, 0x63, 0xC1);
    private static final XSSFColor WHITE = colour(0xFF, 0xFF, 0xFF);

    private final XSSFWorkbook workbook;

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont everywhere = workbook.getFontAt(0);
        everywhere.setScheme(FontScheme.NONE);
        everywhere.setFontName(FONT);
        everywhere.setFontHeightInPoints(POINTS);
        for (Look look : Look.values()) {
            numbered(make(look), StyleNumbers.of(look));
        }
        for (Enum<?> word : StyleNumbers.allWords()) {
            numbered(marked(Marks.of(word)), StyleNumbers.ofWord(word));
        }
    }

    /** The style under a number. */
    CellStyle of(short number) {
        return workbook.getCellStyleAt(number);
    }

    /** Rows are written by number before there is a workbook. */
    private static void numbered(CellStyle made, short number) {
        if (made.getIndex() != number) {
            throw new IllegalStateException("a style stands under " + made.getIndex() + " instead of " + number);
        }
    }

    private XSSFCellStyle marked(char mark) {
        return formatted("\"" + mark + " \"@");
    }

    private CellStyle make(Look look) {
        return switch (look) {
            case TITLE -> font(style(), true, 16, DARK);
            case HELP -> font(style(), false, 9, GREY);
            case LINK -> link();
            case LINK_QUOTED -> quoted(link());
            case HEADER -> header();
            case NUMBER_HEADER -> clearOfTheFilter(header());
            case TILE_LABEL -> tile(font(style(), false, 9, GREY));
            case TILE_NUMBER -> tile(tall(figure("#,##0")));
            case TILE_MONEY -> tile(tall(figure("#,##0.00")));
            case TILE_WORD -> tile(tall(style()));
            case TILE_NOTE -> tile(font(style(), false, 9, GREY));
            case SMALL_HEADER -> smallHeader();
            case SMALL_NUMBER_HEADER -> indented(smallHeader(), 1);
            case SECTION -> section();
            case LABEL -> font(style(), true, POINTS, DARK);
            case TEXT -> style();
            case QUOTED -> quoted(style());
            case WRAPPED -> wrapped();
            case WRAPPED_QUOTED -> quoted(wrapped());
            case NUMBER -> figure("#,##0_0");
            case FACT -> aligned(formatted("#,##0"), HorizontalAlignment.LEFT);
            case MONEY -> figure("#,##0.00_0");
            case PERCENT -> figure("0%_0");
            case DATE -> formatted("yyyy-mm-dd");
            case MONTH -> formatted("yyyy-mm");
            case TIME -> formatted("yyyy-mm-dd hh:mm \"UTC\"");
            case WORD -> figure("@_0");
        };
    }

    private XSSFCellStyle style() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle formatted(String format) {
        XSSFCellStyle style = style();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return format.startsWith("yyyy") ? aligned(style, HorizontalAlignment.LEFT) : style;
    }

    private XSSFCellStyle font(XSSFCellStyle style, boolean bold, int points, XSSFColor colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        font.setColor(colour);
        style.setFont(font);
        return style;
    }

    private XSSFCellStyle link() {
        XSSFCellStyle style = font(style(), false, POINTS, BLUE);
        style.getFont().setUnderline(Font.U_SINGLE);
        return style;
    }

    private XSSFCellStyle header() {
        XSSFCellStyle style = font(style(), true, POINTS, WHITE);
        style.setFillForegroundColor(DARK);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle smallHeader() {
        XSSFCellStyle style = font(style(), true, 9, GREY);
        style.setFillForegroundColor(PALE);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static XSSFCellStyle tile(XSSFCellStyle style) {
        style.setFillForegroundColor(PALE);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderLeft(BorderStyle.THICK);
        style.setLeftBorderColor(WHITE);
        return aligned(style, HorizontalAlignment.LEFT);
    }

    private XSSFCellStyle tall(XSSFCellStyle style) {
        return font(style, true, 16, DARK);
    }

    private XSSFCellStyle section() {
        XSSFCellStyle style = font(style(), true, 12, DARK);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(DARK);
        return style;
    }

    private XSSFCellStyle wrapped() {
        XSSFCellStyle style = style();
        style.setWrapText(true);
        return style;
    }

    /** Right-aligned; the format leaves the room of a digit before the text of the next column. */
    private XSSFCellStyle figure(String format) {
        return aligned(formatted(format), HorizontalAlignment.RIGHT);
    }

    /** Excel draws the filter's button over the right end of a header. */
    private static XSSFCellStyle clearOfTheFilter(XSSFCellStyle style) {
        return indented(style, 2);
    }

    private static XSSFCellStyle indented(XSSFCellStyle style, int letters) {
        style.setIndention((short) letters);
        return aligned(style, HorizontalAlignment.RIGHT);
    }

    private static XSSFCellStyle quoted(XSSFCellStyle style) {
        style.setQuotePrefixed(true);
        return style;
    }

    private static XSSFCellStyle aligned(XSSFCellStyle style, HorizontalAlignment alignment) {
        style.setAlignment(alignment);
        return style;
    }

    private static XSSFColor colour(int red, int green, int blue) {
        return new XSSFColor(new byte[] {OPAQUE, (byte) red, (byte) green, (byte) blue});
    }
}
