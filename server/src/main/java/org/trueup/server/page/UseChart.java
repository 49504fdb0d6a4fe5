package org.trueup.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.PastPosition;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;

/** The use of one tenant over nights or months, drawn by a script and readable as a table without it. */
record UseChart(List<Point> points) {

    /**
     * A night or a month.
     *
     * @param first what was used, or consumed
     * @param second what was licensed, or beyond the licences; none where there is no such number
     * @param night for the address of the tenant as of then; none for months
     */
    record Point(
            String name,
            @Nullable Integer first,
            @Nullable Integer second,
            @Nullable Word status,
            @Nullable LocalDate night) {}

    /** @param history the last night first */
    static UseChart ofNights(List<PastPosition> history) {
        List<Point> points = new ArrayList<>();
        for (PastPosition night : history) {
            Position position = night.position();
            points.add(
                    0,
                    new Point(
                            night.asOf().toString(),
                            position == null ? null : (Integer) position.used(),
                            position == null ? null : position.licensed().count(),
                            Word.of(position == null ? null : position.status()),
                            night.asOf()));
        }
        return new UseChart(points);
    }

    /** The months of one subscription. */
    static UseChart ofMonths(List<MonthUse> months) {
        return new UseChart(months.stream()
                .map(month -> new Point(month.month().toString(), month.consumed(), month.overage(), null, null))
                .toList());
    }

    /** For the script, as are the next two. */
    public String axis() {
        return points.stream().map(Point::name).collect(Collectors.joining("|"));
    }

    public String firsts() {
        return points.stream().map(point -> number(point.first())).collect(Collectors.joining(" "));
    }

    public String seconds() {
        return points.stream().map(point -> number(point.second())).collect(Collectors.joining(" "));
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "-" : number.toString();
    }
}
