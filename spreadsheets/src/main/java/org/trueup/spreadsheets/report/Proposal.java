package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/**
 * How many licences to propose when a term ends: what its use asks for, and never fewer than the plan's minimum.
 *
 * @param licences at least 0
 * @param why in words
 */
record Proposal(int licences, String why) {

    static Proposal of(Position position, RunningTerm term, List<MonthUse> months, LocalDate asOf) {
        List<MonthUse> ofTerm = months.stream()
                .filter(month -> month.subscriptionId().equals(position.subscriptionId()))
                .toList();
        return atLeast(
                position,
                position.metric() == Metric.MONTHLY_CREDITS
                        ? atThisPace(position.used(), term, asOf)
                        : highest(position, ofTerm));
    }

    /** A pool is drawn on all the time (L2): a term as long as this one takes as much again. */
    private static Proposal atThisPace(int used, RunningTerm term, LocalDate asOf) {
        long elapsed = ChronoUnit.DAYS.between(term.startsOn(), asOf) + 1;
        long all = ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) + 1;
        long needed = (used * all + elapsed - 1) / elapsed;
        return new Proposal(
                (int) Math.min(Integer.MAX_VALUE, needed), "%,d used in %,d of %,d days".formatted(used, elapsed, all));
    }

    private static Proposal highest(Position position, List<MonthUse> months) {
        int most = position.used();
        String why = "%,d used now".formatted(position.used());
        for (MonthUse month : months) {
            // held seats are told by what is held, not by what was newly taken
            int held = month.cumulative() == null ? month.consumed() : month.cumulative();
            if (held > most) {
                most = held;
                why = "%,d used in %s, the most of the term".formatted(held, month.month());
            }
        }
        return new Proposal(most, why);
    }

    /** Where more is required than used, the plan's minimum asks for it. */
    private static Proposal atLeast(Position position, Proposal byUse) {
        return position.required() > position.used() && position.required() > byUse.licences
                ? new Proposal(
                        position.required(),
                        byUse.why + "; the plan asks for at least %,d".formatted(position.required()))
                : byUse;
    }
}
