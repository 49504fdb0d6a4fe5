package org.trueup.spreadsheets.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Licences;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Space;
import org.trueup.spreadsheets.analysis.Span;

/**
 * The axes of the sheet Over the limit. Licences over and percent over are two of them, and {@link Uses} says which places
 * of the two go together. Who is not over has no days over; who holds unlimited licences is never over, and has a plan without
 * a cap.
 */
final class OverLimitSpace implements Space<OverLimitCase> {
    private static final int PLAN = 0;
    private static final int TERM = 1;
    private static final int NONPROFIT = 2;
    private static final int LICENSED = 3;
    private static final int STARTED = 4;
    private static final int OVER = 5;
    private static final int PERCENT = 6;
    private static final int DAYS = 7;

    private static final List<String> CONDITIONS = List.of(
            "the plan",
            "the term",
            "nonprofit",
            "licensed",
            "the day on which the period started",
            "licences over",
            "percent over",
            "days over");

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int UNLIMITED_EXAMPLE = 5;

    private final Choices<String> plans;
    private final Set<String> uncapped;
    private final Choices<Term> terms = new Choices<>(List.of(Term.values()));
    private final Choices<Boolean> nonprofit = new Choices<>(List.of(false, true));
    private final Scale licensed;
    private final Scale started;
    private final Scale over;
    private final PercentScale percent;
    private final Scale days;
    private final Map<Box, Optional<OverLimitCase>> known = new HashMap<>();

    /** @param uncapped plans without a largest number of licences */
    OverLimitSpace(List<String> plans, Set<String> uncapped, List<OverLimitAsked> rows) {
        this.plans = new Choices<>(plans);
        this.uncapped = uncapped;
        licensed =
                Scale.orMissing(0, Uses.MOST, cuts(rows, row -> row.licensed().cuts(Integer::longValue)));
        started = Scale.orMissing(
                EARLIEST.toEpochDay(),
                LATEST.toEpochDay(),
                cuts(rows, row -> row.started().cuts(LocalDate::toEpochDay)));
        over = Scale.of(-Uses.MOST, Uses.MOST, cuts(rows, row -> row.overBy().cuts(Integer::longValue)));
        percent = PercentScale.of(-1, cuts(rows, row -> row.overByPercent().cuts(PercentScale::number)));
        days = Scale.orMissing(1, Uses.MOST, cuts(rows, row -> row.daysOver().cuts(Integer::longValue)));
    }

    private static List<Long> cuts(List<OverLimitAsked> rows, Function<OverLimitAsked, Stream<Long>> cuts) {
        return rows.stream().flatMap(cuts).toList();
    }

    @Override
    public Box whole() {
        return box(OverLimitAsked.NOTHING);
    }

    Box box(OverLimitAsked row) {
        Span size = row.licensed().on(licensed, Integer::longValue);
        return Box.of(List.of(
                plans.asked(row.plan()),
                terms.asked(row.term()),
                nonprofit.asked(row.nonprofit()),
                row.counts() && row.licensed().open() ? licensed.numbers() : size,
                row.started().on(started, LocalDate::toEpochDay),
                row.overBy().on(over, Integer::longValue),
                row.overByPercent().on(percent.scale(), PercentScale::number),
                row.daysOver().on(days, Integer::longValue)));
    }

    String condition(int axis) {
        return CONDITIONS.get(axis);
    }

    @Override
    public Optional<OverLimitCase> example(Box within) {
        return known.computeIfAbsent(within, this::found);
    }

    private Optional<OverLimitCase> found(Box box) {
        boolean mayBeOver = !started.isMissing(box.low(STARTED)) && !days.isMissing(box.low(DAYS));
        boolean mayBeWithin = started.isMissing(box.high(STARTED)) && days.isMissing(box.high(DAYS));
        if (!licensed.isMissing(box.low(LICENSED))) {
            String plan = plans.at(box.low(PLAN));
            Optional<OverLimitCase> limited = mayBeWithin
                    ? uses(box).atMost(1, 0, 1).any().map(use -> profile(box, plan, use, false))
                    : Optional.empty();
            if (limited.isEmpty() && mayBeOver) {
                limited = uses(box).atLeast(1, 1, 1).any().map(use -> profile(box, plan, use, true));
            }
            if (limited.isPresent()) {
                return limited;
            }
        }
        return licensed.isMissing(box.high(LICENSED)) && mayBeWithin
                ? IntStream.rangeClosed(box.low(PLAN), box.high(PLAN))
                        .mapToObj(plans::at)
                        .filter(uncapped::contains)
                        .findFirst()
                        .map(plan -> profile(box, plan, UNLIMITED_EXAMPLE, Licences.UNLIMITED, false))
                : Optional.empty();
    }

    private Uses uses(Box box) {
        int largest = Math.min(box.high(LICENSED), licensed.numbers().high());
        Uses uses = new Uses(licensed.first(box.low(LICENSED)), licensed.last(largest))
                .atLeast(1, over.first(box.low(OVER)), 1)
                .atMost(1, over.last(box.high(OVER)), 1);
        return percent.keep(uses, new Span(box.low(PERCENT), box.high(PERCENT)), 1);
    }

    private OverLimitCase profile(Box box, String plan, Use use, boolean isOver) {
        return profile(box, plan, (int) use.used(), Licences.of((int) use.licensed()), isOver);
    }

    private OverLimitCase profile(Box box, String plan, int used, Licences held, boolean isOver) {
        return new OverLimitCase(
                plan,
                terms.at(box.low(TERM)),
                nonprofit.at(box.low(NONPROFIT)),
                used,
                held,
                isOver ? LocalDate.ofEpochDay(started.last(box.low(STARTED))) : null,
                isOver ? (int) days.first(box.low(DAYS)) : 0);
    }

    /** The example within a sentence: {@code Medium, paid, 12 used of 10 licences (2 over, 20 %)}. */
    String said(OverLimitCase example) {
        StringJoiner said = new StringJoiner(", ");
        said.add(example.plan()).add(Words.of(example.term()));
        if (example.nonprofit()) {
            said.add("nonprofit");
        }
        Integer held = example.licensed().count();
        said.add(
                held == null ? example.used() + " used, unlimited licences" : new Use(example.used(), held).toString());
        if (example.overSince() != null && started.numbers().high() > 0) {
            said.add("over since " + example.overSince());
        }
        if (example.daysOver() > 0 && days.numbers().high() > 0) {
            said.add("on day " + example.daysOver() + " over");
        }
        return said.toString();
    }

    /** What a gap is about beside its numbers. */
    String about(Gap<OverLimitCase> gap) {
        StringJoiner about = new StringJoiner(" and ");
        String plan = Words.restricted("the plan", plans, gap.places().get(PLAN));
        String term = Words.restricted("the term", terms, gap.places().get(TERM));
        if (!plan.isEmpty()) {
            about.add(plan);
        }
        if (!term.isEmpty()) {
            about.add(term);
        }
        if (gap.example().overSince() != null
                && gap.places().get(STARTED).cardinality() < started.numbers().high() + 1) {
            about.add("periods over the limit that began "
                    + Words.days(started, gap.places().get(STARTED)));
        }
        return about.toString();
    }
}
