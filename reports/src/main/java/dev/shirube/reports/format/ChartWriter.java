package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Chart.Series;
import dev.shirube.reports.table.Chart.Style;
import java.util.List;
import java.util.OptionalInt;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;

/** Draws one chart with the means of Office Open XML (ECMA-376 part 1, section 21.2), over numbers that stand on a sheet. */
final class ChartWriter {
    /** Side by side they differ in lightness; lines differ in their marks as well. */
    private static final List<Palette> COLUMNS = List.of(
            Palette.BAR, Palette.WAIT, Palette.SUMMARY, Palette.HEADER_NOW, Palette.GROUP_LINE, Palette.INPUT_HEADER);

    private static final List<Palette> LINES =
            List.of(Palette.BAR, Palette.SUMMARY, Palette.HEADER_NOW, Palette.GROUP_LINE, Palette.INPUT_HEADER);
    private static final List<MarkerStyle> MARKERS =
            List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND, MarkerStyle.X);

    private final Chart chart;
    private final int index;
    private final ChartPlaces places;
    private final Language language;
    private final XDDFCategoryAxis categories;
    private final XDDFValueAxis values;
    private final XSSFChart drawn;

    ChartWriter(XSSFChart drawn, Chart chart, int index, ChartPlaces places, Language language) {
        this.drawn = drawn;
        this.chart = chart;
        this.index = index;
        this.places = places;
        this.language = language;
        this.categories = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        this.values = drawn.createValueAxis(AxisPosition.LEFT);
    }

    void draw() {
        drawn.setTitleText(chart.title().in(language));
        drawn.setTitleOverlay(false);
        drawn.getFormattedTitle().getParagraph(0).getTextRuns().get(0).setFontSize(12.0);
        axes();
        if (chart.series().stream().filter(it -> it.style() != Style.VALUES).count() > 1) {
            drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        columns();
        lines();
    }

    private void axes() {
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        chart.most().ifPresent(values::setMaximum);
        values.setNumberFormat("#,##0");
        values.setMajorTickMark(AxisTickMark.NONE);
        values.setTitle(chart.unit().in(language));
        values.getOrAddMajorGridProperties().setLineProperties(line(Palette.LINE, 0.75));
        categories.setMajorTickMark(AxisTickMark.NONE);
    }

    private void columns() {
        if (of(Style.COLUMN).isEmpty()) {
            return;
        }
        XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.STACKED);
        int drawnBefore = 0;
        for (Series series : of(Style.COLUMN)) {
            XDDFChartData.Series it = add(data, series);
            it.setFillProperties(fill(COLUMNS.get(drawnBefore++ % COLUMNS.size())));
            it.setLineProperties(line(Palette.PAPER, 0.5));
        }
        drawn.plot(data);
        CTBarChart bars = drawn.getCTChart().getPlotArea().getBarChartArray(0);
        value(bars.addNewGapWidth(), "60");
        // Stacked columns must lie on each other.
        value(bars.addNewOverlap(), "100");
    }

    /** POI's own setters of these elements need schema types that its small jar lacks. */
    private static void value(XmlObject element, String value) {
        try (XmlCursor cursor = element.newCursor()) {
            cursor.setAttributeText(new QName("val"), value);
        }
    }

    private void lines() {
        if (of(Style.LINE).isEmpty() && of(Style.LIMIT).isEmpty()) {
            return;
        }
        XDDFLineChartData data = (XDDFLineChartData) drawn.createData(ChartTypes.LINE, categories, values);
        int drawnBefore = 0;
        for (Series series : of(Style.LINE)) {
            XDDFLineChartData.Series it = (XDDFLineChartData.Series) add(data, series);
            it.setSmooth(false);
            it.setLineProperties(line(LINES.get(drawnBefore % LINES.size()), 2.25));
            it.setMarkerStyle(MARKERS.get(drawnBefore % MARKERS.size()));
            drawnBefore++;
        }
        for (Series series : of(Style.LIMIT)) {
            XDDFLineChartData.Series it = (XDDFLineChartData.Series) add(data, series);
            it.setSmooth(false);
            it.setMarkerStyle(MarkerStyle.NONE);
            XDDFLineProperties broken = line(Palette.ALERT, 2.25);
            broken.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
            it.setLineProperties(broken);
        }
        drawn.plot(data);
    }

    private List<Series> of(Style style) {
        return chart.series().stream().filter(it -> it.style() == style).toList();
    }

    private XDDFChartData.Series add(XDDFChartData data, Series series) {
        int at = chart.series().indexOf(series);
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromArray(
                chart.categories().stream().map(it -> it.in(language)).toArray(String[]::new),
                places.categories(index));
        Double[] numbers = series.values().stream().map(ChartWriter::number).toArray(Double[]::new);
        XDDFChartData.Series added =
                data.addSeries(names, XDDFDataSourcesFactory.fromArray(numbers, places.values(index, at), 1 + at));
        added.setTitle(series.name().in(language), places.name(index, at));
        return added;
    }

    /** POI leaves out the point of a null, and the chart shows a gap. */
    private static Double number(OptionalInt value) {
        return value.isPresent() ? Double.valueOf(value.getAsInt()) : null;
    }

    private static XDDFSolidFillProperties fill(Palette color) {
        return new XDDFSolidFillProperties(XDDFColor.from(color.color().getRGB()));
    }

    private static XDDFLineProperties line(Palette color, double points) {
        XDDFLineProperties line = new XDDFLineProperties(fill(color));
        line.setWidth(points);
        return line;
    }
}
