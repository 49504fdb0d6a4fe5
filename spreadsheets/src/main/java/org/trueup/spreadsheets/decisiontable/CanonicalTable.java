package org.trueup.spreadsheets.decisiontable;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;

/**
 * The decision table that Drools compiles. Its head is ours, its cells hold digits and nothing else; what a row says and
 * of whom stands in the typed row that its number leads back to.
 */
final class CanonicalTable {
    /** The dots make neighbours share one pattern, as merged cells do in a workbook. */
    private static final String PATTERN = "$candidate : Candidate...";

    private final List<CheckTerms> rows;
    private final Words words;

    CanonicalTable(List<CheckTerms> rows, Words words) {
        this.rows = rows;
        this.words = words;
    }

    /** The table as comma-separated values: the one form of which the compiler takes every cell as it stands. */
    String csv() {
        List<Column> columns = columns();
        StringWriter table = new StringWriter();
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(table)) {
            write(lines, columns);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    private void write(CsvWriter lines, List<Column> columns) {
        lines.writeRecord("RuleSet", Candidate.class.getPackageName());
        lines.writeRecord("Import", Characteristic.class.getName() + ", " + Measure.class.getName());
        lines.writeRecord("RuleTable Checks");
        lines.writeRecord(line("NAME", columns, column -> "CONDITION", "ACTION"));
        lines.writeRecord(line("", columns, column -> PATTERN, ""));
        lines.writeRecord(line("", columns, Column::code, "insert( $candidate.hitBy( $param ) );"));
        lines.writeRecord(line("rule", columns, Column::code, "row"));
        for (CheckTerms row : rows) {
            String number = Integer.toString(row.at().row());
            lines.writeRecord(line(row.rule(), columns, column -> column.cell(row), number));
        }
    }

    private static List<String> line(
            String name, List<Column> columns, Function<Column, String> condition, String action) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        columns.forEach(column -> cells.add(condition.apply(column)));
        cells.add(action);
        return cells;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Characteristic each : Characteristic.values()) {
            columns.add(new Column("is( Characteristic." + each.name() + ", $param )", row -> word(row, each)));
        }
        for (Measure each : Measure.values()) {
            columns.add(new Column(
                    "atLeast( Measure." + each.name() + ", $paramL )", row -> bound(row, each, Range::atLeast)));
            columns.add(new Column(
                    "atMost( Measure." + each.name() + ", $paramL )", row -> bound(row, each, Range::atMost)));
        }
        columns.add(new Column("from( $paramL )", row -> day(row.from())));
        columns.add(new Column("until( $paramL )", row -> day(row.until())));
        // what no row asks for needs no column
        columns.removeIf(
                column -> rows.stream().allMatch(row -> column.cell(row).isEmpty()));
        return columns;
    }

    private @Nullable Long word(CheckTerms row, Characteristic characteristic) {
        String word = row.words().get(characteristic);
        return word == null ? null : (Long) (long) words.number(word);
    }

    private static @Nullable Long bound(CheckTerms row, Measure measure, Function<Range, @Nullable BigDecimal> bound) {
        Range range = row.ranges().get(measure);
        BigDecimal number = range == null ? null : bound.apply(range);
        return number == null
                ? null
                : (Long) number.movePointRight(3)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact();
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : (Long) date.toEpochDay();
    }

    /** One condition: its code, and the number that a row asks for, if it does. */
    private record Column(String code, Function<CheckTerms, @Nullable Long> number) {

        String cell(CheckTerms row) {
            Long asked = number.apply(row);
            return asked == null ? "" : asked.toString();
        }
    }
}
