package org.trueup.rules.policy.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.ReleasedSeat;
import org.trueup.rules.counting.UsageCounting;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Money;

/** The seats that a tenant released since the night before, and what is credited for them (N5). */
public record Releases(Standing standing, List<ReleasedSeat> seats) {
    private static final String BY_AGREEMENT = "the credit is by agreement, as the price is";

    /**
     * Looks from the day after the earlier night to the as-of date; without an earlier night at the as-of date alone.
     * A seat released before the subscription began was never part of it.
     */
    public static Releases of(Standing standing, UsageCounting counting, LocalDate asOf) {
        LocalDate earlier = standing.facts().earlier().asOf();
        LocalDate from = earlier == null ? asOf : earlier.plusDays(1);
        LocalDate start = standing.subscription().startsOn();
        return new Releases(standing, counting.released(standing.facts(), from.isBefore(start) ? start : from, asOf));
    }

    public boolean any() {
        return !seats.isEmpty();
    }

    public int count() {
        return seats.stream().mapToInt(ReleasedSeat::seats).sum();
    }

    /** The row that says that the first of them counts no more. */
    public @Nullable Cell cell() {
        return seats.get(0).freedBy();
    }

    public String names() {
        return Words.listed(seats.stream().map(seat -> seat.account().name()).toList());
    }

    /** The credit in words: each seat from the day of its release to the end of the term. */
    public String credit() {
        if (standing.unlimited()) {
            return BY_AGREEMENT;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (ReleasedSeat seat : seats) {
            BigDecimal credit = Amounts.prorated(standing, seat.seats(), seat.on());
            if (credit == null) {
                return BY_AGREEMENT;
            }
            sum = sum.add(credit);
        }
        Money rounded = new Money(sum, standing.planTerms().currency());
        return rounded + " credited up to " + standing.subscription().endsOn();
    }
}
