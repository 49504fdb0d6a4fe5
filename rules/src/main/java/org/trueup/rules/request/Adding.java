package org.trueup.rules.request;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;

/** May a tenant add users now? A cell of Over the limit says whether beyond its licences, too. */
final class Adding {
    private final Asker asker;

    Adding(Asker asker) {
        this.asker = asker;
    }

    SeatAnswer answer(int users) {
        Assessment after = withMore(users);
        Position then = after.position();
        if (then == null) {
            return new SeatAnswer(
                    false,
                    after.findings().get(0).message(),
                    after.findings().get(0).rule(),
                    after.findings().get(0).cell(),
                    asker.position(),
                    null,
                    asker.newIn(after),
                    null);
        }
        boolean beyond = then.shortBy() > 0;
        SeatAnswer answer = beyond && then.addingBeyond() == AddingBeyond.DENY ? denied(after) : allowed(after, then);
        return answer.quoted(quote(Math.max(0, then.shortBy() - asker.position().shortBy())));
    }

    private Assessment withMore(int users) {
        return asker.ask(
                NewUsers.of(users, asker.asOf(), asker.position().peakDay()).addedTo(asker.facts()));
    }

    private SeatAnswer allowed(Assessment after, Position then) {
        Decider decider = Decider.of(after);
        return new SeatAnswer(
                true, words(then), decider.rule(), decider.cell(), asker.position(), then, asker.newIn(after), null);
    }

    /** The words of the sheet are those of a tenant that stands at its limit, not of one that were over it (N6). */
    private SeatAnswer denied(Assessment after) {
        Assessment told = atLimit();
        Position limit = told.position();
        if (limit == null || limit.addingBeyond() != AddingBeyond.DENY) {
            told = after;
        }
        Decider decider = Decider.of(told);
        return new SeatAnswer(
                false,
                words(told.position()),
                decider.rule(),
                decider.cell(),
                asker.position(),
                after.position(),
                asker.newIn(after),
                null);
    }

    /** The tenant with every licence in use, or as it is where none is left. */
    private Assessment atLimit() {
        Integer left = asker.position().licensed().leftOf(asker.position().used());
        return left == null || left == 0 ? asker.now() : withMore(left);
    }

    private static String words(@Nullable Position position) {
        String words = position == null ? null : position.whatHappens();
        return words != null ? words : position == null ? "" : position.usageLine();
    }

    private @Nullable SeatQuote quote(int licences) {
        Optional<Subscription> bought = asker.subscription();
        Integer held = asker.position().licensed().count();
        if (bought.isEmpty()) {
            return null;
        }
        if (licences == 0 || held == null) {
            return new Quoting(asker).quote(bought.get(), asker.position(), 0, List.of(), 0);
        }
        Asker.Licensed changed = asker.withLicences(bought.get(), held + licences);
        if (isCapped(changed.after())) {
            return null;
        }
        return new Quoting(asker)
                .quote(bought.get(), changed.after().position(), licences, changed.following(), changed.licences());
    }

    /** Where the plan takes no more licences there is nothing to buy on it. */
    private static boolean isCapped(Assessment after) {
        return after.findings().stream().anyMatch(finding -> finding.code().equals(FindingCode.ABOVE_PLAN_CAP.name()));
    }
}
