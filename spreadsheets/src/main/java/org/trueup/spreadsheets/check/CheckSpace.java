package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Space;
import org.trueup.spreadsheets.analysis.Span;

/** The axes of the sheet Checks: each characteristic, each measure, and the as-of date. */
final class CheckSpace implements Space<CheckCase> {
    /** Of tenants that have none of the words in a list. */
    static final String NONE = "";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Map<Characteristic, Choices<String>> words = new EnumMap<>(Characteristic.class);
    private final Map<Measure, MeasureScale> measures = new EnumMap<>(Measure.class);
    private final PercentScale use;
    private final Scale days;
    private final List<CheckTerms> rows;
    private final Map<Box, Optional<CheckCase>> known = new HashMap<>();

    CheckSpace(List<String> plans, List<String> supportPlans, List<CheckTerms> rows) {
        this.rows = rows;
        words.put(Characteristic.PLAN, new Choices<>(plans));
        words.put(Characteristic.TERM, orNone(Arrays.stream(Term.values()).map(Words::of)));
        words.put(
                Characteristic.STATUS,
                new Choices<>(Arrays.stream(Status.values()).map(Enum::name).toList()));
        words.put(Characteristic.SUPPORT_PLAN, orNone(supportPlans.stream()));
        words.put(Characteristic.NONPROFIT, new Choices<>(List.of("no", "yes")));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.USE) {
                measures.put(measure, MeasureScale.of(measure, ranges(measure).toList()));
            }
        }
        use = PercentScale.orMissing(
                0,
                ranges(Measure.USE)
                        .flatMap(range -> share(range).cuts(PercentScale::number))
                        .toList());
        days = Scale.of(
                EARLIEST.toEpochDay(),
                LATEST.toEpochDay(),
                rows.stream()
                        .flatMap(row -> Stream.of(day(row.from(), 0), day(row.until(), 1)))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Choices<String> orNone(Stream<String> words) {
        return new Choices<>(Stream.concat(words, Stream.of(NONE)).distinct().toList());
    }

    private static Between<BigDecimal> share(Range range) {
        return new Between<>(range.atLeast(), range.atMost());
    }

    private Stream<Range> ranges(Measure measure) {
        return rows.stream().map(row -> row.ranges().get(measure)).filter(Objects::nonNull);
    }

    private static @Nullable Long day(@Nullable LocalDate day, int plus) {
        return day == null ? null : (Long) (day.toEpochDay() + plus);
    }

    @Override
    public Box whole() {
        return box(Map.of(), Map.of(), days.all());
    }

    Box box(CheckTerms row) {
        return box(row.words(), row.ranges(), days.between(day(row.from(), 0), day(row.until(), 0)));
    }

    private Box box(Map<Characteristic, String> asked, Map<Measure, Range> ranges, Span dates) {
        List<Span> spans = new ArrayList<>();
        words.forEach((characteristic, choices) -> spans.add(choices.asked(asked.get(characteristic))));
        measures.forEach((measure, scale) -> spans.add(scale.asked(ranges.get(measure))));
        Range share = ranges.get(Measure.USE);
        spans.add(share == null ? use.scale().all() : share(share).on(use.scale(), PercentScale::number));
        spans.add(dates);
        return Box.of(spans);
    }

    String condition(int axis) {
        List<String> conditions = Stream.of(
                        words.keySet().stream().map(Characteristic::title),
                        measures.keySet().stream().map(Measure::title),
                        Stream.of(Measure.USE.title(), "the as-of date"))
                .flatMap(titles -> titles)
                .toList();
        return conditions.get(axis).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<CheckCase> example(Box within) {
        return known.computeIfAbsent(within, box -> new CheckPlaces(box, words, measures, use, days).any());
    }

    /** The example within a sentence: what the rows of the code ask for, no more. */
    String said(CheckCase example) {
        List<String> said = new ArrayList<>();
        for (Characteristic each : words.keySet()) {
            if (rows.stream().anyMatch(row -> row.words().containsKey(each))) {
                said.add(each.title().toLowerCase(Locale.ROOT) + " "
                        + example.words().getOrDefault(each, "none"));
            }
        }
        if (example.use() != null) {
            said.add(example.use().toString());
        }
        for (Measure each : measures.keySet()) {
            boolean counted = each == Measure.USED || each == Measure.LICENSED || each == Measure.UNUSED;
            boolean asked = ranges(each).findAny().isPresent();
            if (asked
                    && (!counted || example.use() == null)
                    && example.measures().containsKey(each)) {
                said.add(each.title().toLowerCase(Locale.ROOT) + " "
                        + example.measures().get(each).stripTrailingZeros().toPlainString()
                        + (each.unit() == Measure.Unit.PERCENT ? " %" : ""));
            }
        }
        if (rows.stream().anyMatch(row -> row.from() != null || row.until() != null)) {
            said.add("on " + example.asOf());
        }
        return "a tenant with " + String.join(", ", said);
    }
}
