package org.trueup.spreadsheets.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.Measure;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Span;

/**
 * One box of the sheet Checks, and which tenant may be found in it. The measures hang together: what is left and the use
 * in percent follow from used and licensed, only who is over has days over, only who bought something has a term, and the
 * day of the month is that of the as-of date.
 */
final class CheckPlaces {
    /** Within so many days every day of the month comes by. */
    private static final int TWO_MONTHS = 62;

    private static final Use NOTHING = new Use(0, 0);

    private final Box box;
    private final Map<Characteristic, Choices<String>> words;
    private final Map<Measure, MeasureScale> measures;
    private final PercentScale use;
    private final Scale days;

    CheckPlaces(
            Box box,
            Map<Characteristic, Choices<String>> words,
            Map<Measure, MeasureScale> measures,
            PercentScale use,
            Scale days) {
        this.box = box;
        this.words = words;
        this.measures = measures;
        this.use = use;
        this.days = days;
    }

    Optional<CheckCase> any() {
        return asOf().flatMap(day -> Stream.of(true, false)
                .flatMap(bought -> bought(bought).stream())
                .flatMap(holding -> standing(holding, day))
                .findFirst());
    }

    /** The first as-of date with a day of the month that the box takes. */
    private Optional<LocalDate> asOf() {
        Span ofMonth = places(Measure.DAY_OF_MONTH);
        Scale scale = scale(Measure.DAY_OF_MONTH);
        int axis = box.axes() - 1;
        long first = days.first(box.low(axis));
        long last = days.last(box.high(axis));
        return LongStream.rangeClosed(first, Math.min(last, first + TWO_MONTHS))
                .mapToObj(LocalDate::ofEpochDay)
                .filter(day -> day.getDayOfMonth() >= scale.first(ofMonth.low())
                        && day.getDayOfMonth() <= scale.last(ofMonth.high()))
                .findFirst();
    }

    /** What is known of a tenant that bought something, or of one that did not; none where the box takes no such one. */
    private Optional<Holding> bought(boolean bought) {
        Map<Characteristic, String> chosen = new EnumMap<>(Characteristic.class);
        Map<Measure, BigDecimal> known = new EnumMap<>(Measure.class);
        for (Characteristic each : words.keySet()) {
            boolean needsPurchase = each == Characteristic.TERM || each == Characteristic.SUPPORT_PLAN;
            Choices<String> choices = choices(each);
            int place = needsPurchase && !bought ? box.high(each.ordinal()) : box.low(each.ordinal());
            String word = choices.at(place);
            boolean none = word.equals(CheckSpace.NONE);
            if ((each == Characteristic.TERM && none == bought) || (needsPurchase && !bought && !none)) {
                return Optional.empty();
            }
            if (!none) {
                chosen.put(each, word);
            }
        }
        Span toEnd = places(Measure.DAYS_TO_TERM_END);
        Scale ends = scale(Measure.DAYS_TO_TERM_END);
        boolean mayBe = bought ? !ends.isMissing(toEnd.low()) : ends.isMissing(toEnd.high());
        boolean discounted = places(Measure.DISCOUNT).low() > 0;
        if (!mayBe || (!bought && discounted)) {
            return Optional.empty();
        }
        if (bought) {
            put(known, Measure.DAYS_TO_TERM_END, toEnd.low());
        }
        put(known, Measure.DISCOUNT, places(Measure.DISCOUNT).low());
        put(known, Measure.TRUE_UP, places(Measure.TRUE_UP).low());
        return Optional.of(new Holding(chosen, known));
    }

    /** With licences of a number, over or not, and with unlimited ones. */
    private Stream<CheckCase> standing(Holding holding, LocalDate day) {
        return Stream.of(
                        over(false).map(found -> limited(holding, day, found, false)),
                        over(true).map(found -> limited(holding, day, found, true)),
                        unlimited(holding, day))
                .flatMap(Optional::stream);
    }

    private Optional<Use> over(boolean isOver) {
        Span held = places(Measure.LICENSED);
        Span left = places(Measure.UNUSED);
        Scale scale = scale(Measure.LICENSED);
        Scale unused = scale(Measure.UNUSED);
        if (scale.isMissing(held.low()) || unused.isMissing(left.low()) || !overIs(isOver)) {
            return Optional.empty();
        }
        Span used = places(Measure.USED);
        Span all = scale.numbers();
        long least = unused.first(left.low());
        long most = unused.last(Math.min(left.high(), unused.numbers().high()));
        Uses uses = new Uses(scale.first(held.low()), scale.last(Math.min(held.high(), all.high())))
                .atLeast(0, scale(Measure.USED).first(used.low()), 1)
                .atMost(0, scale(Measure.USED).last(used.high()), 1)
                .atLeast(1, -most, 1);
        if (least > 0) {
            uses.atMost(1, -least, 1);
        }
        if (isOver) {
            uses.atLeast(1, 1, 1);
        } else {
            uses.atMost(1, 0, 1);
        }
        return share(uses);
    }

    /** The use in percent: of nothing used and nothing licensed there is none. */
    private Optional<Use> share(Uses uses) {
        int axis = box.axes() - 2;
        int last = use.scale().numbers().high();
        Optional<Use> nothing =
                use.scale().isMissing(box.high(axis)) && uses.admit(NOTHING) ? Optional.of(NOTHING) : Optional.empty();
        if (use.scale().isMissing(box.low(axis))) {
            return nothing;
        }
        Span numbers = new Span(box.low(axis), Math.min(box.high(axis), last));
        return use.keep(uses.atLeast(-1, 1, 1), numbers, 0).any().or(() -> nothing);
    }

    /** Only who is over has days over, and only such a one a grace period. */
    private boolean overIs(boolean isOver) {
        Span over = places(Measure.DAYS_OVER);
        Span grace = places(Measure.GRACE_DAYS_LEFT);
        return isOver
                ? !scale(Measure.DAYS_OVER).isMissing(over.low())
                : scale(Measure.DAYS_OVER).isMissing(over.high())
                        && scale(Measure.GRACE_DAYS_LEFT).isMissing(grace.high());
    }

    private CheckCase limited(Holding holding, LocalDate day, Use found, boolean isOver) {
        Map<Measure, BigDecimal> known = new EnumMap<>(holding.measures);
        known.put(Measure.USED, BigDecimal.valueOf(found.used()));
        known.put(Measure.LICENSED, BigDecimal.valueOf(found.licensed()));
        known.put(Measure.UNUSED, BigDecimal.valueOf(Math.max(0, -found.over())));
        if (isOver) {
            put(known, Measure.DAYS_OVER, places(Measure.DAYS_OVER).low());
            put(known, Measure.GRACE_DAYS_LEFT, places(Measure.GRACE_DAYS_LEFT).low());
        }
        return tenant(holding, known, found, day);
    }

    private Optional<CheckCase> unlimited(Holding holding, LocalDate day) {
        boolean may = Stream.of(Measure.LICENSED, Measure.UNUSED)
                        .allMatch(measure ->
                                scale(measure).isMissing(places(measure).high()))
                && use.scale().isMissing(box.high(box.axes() - 2))
                && overIs(false);
        if (!may) {
            return Optional.empty();
        }
        Map<Measure, BigDecimal> known = new EnumMap<>(holding.measures);
        put(known, Measure.USED, places(Measure.USED).low());
        return Optional.of(tenant(holding, known, null, day));
    }

    private CheckCase tenant(Holding holding, Map<Measure, BigDecimal> known, @Nullable Use found, LocalDate day) {
        known.put(Measure.DAY_OF_MONTH, BigDecimal.valueOf(day.getDayOfMonth()));
        return new CheckCase(holding.words, known, found, day);
    }

    private void put(Map<Measure, BigDecimal> known, Measure measure, int place) {
        BigDecimal number = measureScale(measure).first(place);
        if (number != null) {
            known.put(measure, number);
        }
    }

    private Span places(Measure measure) {
        int axis = words.size() + new ArrayList<>(measures.keySet()).indexOf(measure);
        return new Span(box.low(axis), box.high(axis));
    }

    private Scale scale(Measure measure) {
        return measureScale(measure).scale();
    }

    private MeasureScale measureScale(Measure measure) {
        return Objects.requireNonNull(measures.get(measure));
    }

    private Choices<String> choices(Characteristic each) {
        return Objects.requireNonNull(words.get(each));
    }

    private record Holding(Map<Characteristic, String> words, Map<Measure, BigDecimal> measures) {}
}
