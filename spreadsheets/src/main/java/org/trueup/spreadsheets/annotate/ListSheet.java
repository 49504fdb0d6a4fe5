package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.parts.SheetOrder;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.TextLines;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.sheet.Place;

/** A sheet made here: title, a line of help, an Excel table whose cells may lead to other sheets. */
record ListSheet(String tab, String title, String help, List<Column> columns, List<List<Cell>> rows) {
    static final int HEADER_ROW = 4;
    /** Excel takes no more on one sheet. */
    static final int MAX_LINKS = 65_530;

    private static final int LINE_POINTS = 13;
    /** Excel's rows are no taller. */
    private static final int MOST_POINTS = 409;
    /** Characters that a cell's indent and edge take. */
    private static final int INDENT = 2;

    private static final String TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
    private static final Pattern TABLE_ID = Pattern.compile("<(?:\\w+:)?table\\s[^>]*?\\bid=\"(\\d+)\"");

    /** @param width in characters, 0 for a hidden column */
    record Column(String heading, int width) {}

    /** @param link where the cell leads to, for example {@code 'Over the limit'!G7} */
    record Cell(String text, int format, @Nullable String link) {}

    /** The address of a cell as links write it. */
    static String address(String sheet, String cell) {
        return "'" + sheet.replace("'", "''") + "'!" + cell;
    }

    void addTo(WorkbookPackage parts, Tabs tabs, Styles styles) throws IOException {
        String sheet = tabs.add(tab, markup(styles));
        String table = parts.freeName("xl/tables/trueup%d.xml");
        parts.add(table, TABLE, table(1 + parts.highest("xl/tables/", TABLE_ID)));
        String id = parts.relationships(sheet).add("table", table);
        SheetOrder.insert(
                parts.root(sheet),
                "<tableParts xmlns=\"%s\" xmlns:r=\"%s\" count=\"1\"><tablePart r:id=\"%s\"/></tableParts>"
                        .formatted(Xml.SHEET, Xml.LINKS, id));
    }

    private String markup(Styles styles) {
        StringBuilder cells = new StringBuilder();
        row(cells, 1, List.of(new Cell(title, styles.look(Look.TITLE), null)), " ht=\"27\" customHeight=\"1\"");
        row(cells, 2, List.of(new Cell(help, styles.look(Look.HELP), null)), " ht=\"18\" customHeight=\"1\"");
        int header = styles.look(Look.HEADER);
        List<Cell> headings = columns.stream()
                .map(column -> new Cell(column.heading(), header, null))
                .toList();
        row(cells, HEADER_ROW, headings, " ht=\"24\" customHeight=\"1\"");
        List<String> links = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            row(cells, HEADER_ROW + 1 + i, rows.get(i), height(rows.get(i)));
            links(links, HEADER_ROW + 1 + i, rows.get(i));
        }
        String linked = links.isEmpty() ? "" : "<hyperlinks>" + String.join("", links) + "</hyperlinks>";
        return """
                <worksheet xmlns="%s"><sheetPr><tabColor rgb="FF9C0006"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>\
                <sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="4" topLeftCell="A5"\
                 activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/></sheetView>\
                </sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>%s</cols><sheetData>%s</sheetData>%s\
                <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>\
                <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>""".formatted(Xml.SHEET, widths(), cells, linked);
    }

    private String widths() {
        StringBuilder widths = new StringBuilder();
        for (int i = 1; i <= columns.size(); i++) {
            int width = columns.get(i - 1).width();
            widths.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"%s/>"
                    .formatted(i, i, Math.max(1, width), width == 0 ? " hidden=\"1\"" : ""));
        }
        return widths.toString();
    }

    /** As tall as its longest text: not every program does that by itself. */
    private String height(List<Cell> row) {
        int lines = 1;
        for (int column = 0; column < row.size(); column++) {
            int room = Math.max(1, columns.get(column).width() - INDENT);
            lines = Math.max(lines, TextLines.of(row.get(column).text(), room));
        }
        return lines == 1
                ? ""
                : " ht=\"%d\" customHeight=\"1\"".formatted(Math.min(MOST_POINTS, lines * LINE_POINTS + 2));
    }

    private static void row(StringBuilder out, int number, List<Cell> cells, String attributes) {
        out.append("<row r=\"").append(number).append('"').append(attributes).append('>');
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            String text = cell.text().isEmpty()
                    ? "/>"
                    : " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + Xml.text(cell.text()) + "</t></is></c>";
            out.append("<c r=\"%s\" s=\"%d\"".formatted(new Place(column, number), cell.format()))
                    .append(text);
        }
        out.append("</row>");
    }

    private static void links(List<String> links, int number, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String link = cells.get(column).link();
            if (link != null && links.size() < MAX_LINKS) {
                links.add(
                        "<hyperlink ref=\"%s\" location=\"%s\"/>".formatted(new Place(column, number), Xml.text(link)));
            }
        }
    }

    private String table(int id) {
        String area = "A" + HEADER_ROW + ":" + new Place(columns.size() - 1, HEADER_ROW + rows.size());
        StringBuilder headings = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            headings.append("<tableColumn id=\"%d\" name=\"%s\"/>"
                    .formatted(i + 1, Xml.text(columns.get(i).heading())));
        }
        return """
                <table xmlns="%s" id="%d" name="%s" displayName="%s" ref="%s"><autoFilter ref="%s"/>\
                <tableColumns count="%d">%s</tableColumns>\
                <tableStyleInfo name="TableStyleLight1" showRowStripes="1" showColumnStripes="0"/></table>""".formatted(Xml.SHEET, id, name(), name(), area, area, columns.size(), headings);
    }

    private String name() {
        return "Trueup_" + tab.replace(' ', '_');
    }
}
