package org.trueup.spreadsheets.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.trueup.rules.outcome.Status;

/** The overview's charts, side by side, each drawn from a list further down, and told in words for those who do not see. */
final class OverviewCharts {
    /** How many rows of the sheet they cover. */
    static final int ROWS = 17;

    private static final int MIDDLE_COLUMN = 2;
    private static final double TITLE_POINTS = 12;
    private static final int GAP_WIDTH = 60;
    private static final String OVERLAPPING = "100";
    /** Rows that are told in words; of the nights the last ones. */
    private static final int MOST_TOLD = 12;

    /** From light to dark as it gets worse, so that the bars differ in grey too. */
    private static final Map<String, Integer> COLOURS = Map.of(
            Status.COMPLIANT.name(),
            0xC9DCEA,
            Status.AT_LIMIT.name(),
            0x8FB5D3,
            Status.WARNING.name(),
            0xF3C969,
            Status.OVERAGE.name(),
            0xE39A3B,
            Status.GRACE.name(),
            0xB5651D,
            Status.BLOCKED.name(),
            0x7A1414,
            StatusCounts.NOT_DECIDED,
            0x8C8C8C);

    private final XSSFSheet sheet;

    OverviewCharts(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** On the left, from a row on, counted from 0. */
    void statuses(int row, OverviewLists.Extent list) {
        draw(new Place(row, 0, MIDDLE_COLUMN), "Tenants by vendor and status", BarDirection.BAR, list);
    }

    /** On the right. */
    void nights(int row, OverviewLists.Extent list) {
        draw(
                new Place(row, MIDDLE_COLUMN, OverviewSheet.WIDTHS.size()),
                "Tenants by status on the last nights",
                BarDirection.COL,
                list);
    }

    private record Place(int row, int firstColumn, int endColumn) {}

    private void draw(Place place, String title, BarDirection direction, OverviewLists.Extent list) {
        if (list.rows().isEmpty()) {
            return;
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor =
                drawing.createAnchor(0, 0, 0, 0, place.firstColumn, place.row, place.endColumn, place.row + ROWS - 1);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(title);
        chart.getFormattedTitle()
                .getParagraphs()
                .forEach(paragraph -> paragraph.getTextRuns().forEach(run -> run.setFontSize(TITLE_POINTS)));
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis categories =
                chart.createCategoryAxis(direction == BarDirection.COL ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        XDDFValueAxis values =
                chart.createValueAxis(direction == BarDirection.COL ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(direction);
        bars.setBarGrouping(BarGrouping.STACKED);
        bars.setGapWidth(GAP_WIDTH);
        IntStream.range(0, list.columns().size()).forEach(column -> addSeries(bars, list, column));
        chart.plot(bars);
        stack(chart);
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(words(title, list));
    }

    /** Stacked bars overlap; the schema's small edition has no class for the number, so it is put in as XML. */
    private static void stack(XSSFChart chart) {
        try (XmlCursor cursor = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getAxIdArray(0)
                .newCursor()) {
            cursor.insertElement("overlap", cursor.getName().getNamespaceURI());
            cursor.toPrevSibling();
            cursor.setAttributeText(new QName("val"), OVERLAPPING);
        }
    }

    private void addSeries(XDDFBarChartData bars, OverviewLists.Extent list, int column) {
        int first = list.header() + 1;
        int last = list.header() + list.rows().size();
        XDDFDataSource<String> names =
                XDDFDataSourcesFactory.fromArray(list.rows().toArray(new String[0]), range(first, last, 0));
        XDDFNumericalDataSource<Double> counts = XDDFDataSourcesFactory.fromArray(
                list.values().stream().map(row -> row.get(column).doubleValue()).toArray(Double[]::new),
                range(first, last, column + 1));
        XDDFChartData.Series series = bars.addSeries(names, counts);
        String title = list.columns().get(column);
        series.setTitle(title, null);
        int colour = COLOURS.getOrDefault(title, 0);
        series.setFillProperties(new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour})));
    }

    private String range(int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column).formatAsString(sheet.getSheetName(), true);
    }

    /** "Tenants by vendor and status. plecto: 12 COMPLIANT, 3 WARNING. …" */
    private static String words(String title, OverviewLists.Extent list) {
        int from = Math.max(0, list.rows().size() - MOST_TOLD);
        return title + ". "
                + IntStream.range(from, list.rows().size())
                        .mapToObj(row -> list.rows().get(row) + ": "
                                + words(list.columns(), list.values().get(row)) + ".")
                        .collect(Collectors.joining(" "));
    }

    private static String words(List<String> columns, List<Long> values) {
        return IntStream.range(0, columns.size())
                .filter(column -> values.get(column) > 0)
                .mapToObj(column -> "%,d %s".formatted(values.get(column), columns.get(column)))
                .collect(Collectors.joining(", "));
    }
}
