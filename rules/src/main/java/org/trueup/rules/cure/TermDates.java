package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trueup.rules.cure.Change.ToTerm;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.terms.PlanTerms;

/** Other days for the subscription, so that it lasts as long as its plan asks (L5). */
final class TermDates implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Subscription bought = tenant.subscription().orElse(null);
        Integer months = tenant.plan().map(PlanTerms::fixedTermMonths).orElse(null);
        if (bought == null || months == null) {
            return Optional.of(List.of());
        }
        LocalDate current = bought.startsOn();
        while (!current.plusMonths(months).isAfter(tenant.asOf())) {
            current = current.plusMonths(months);
        }
        List<ToTerm> changes = Stream.of(bought.startsOn(), current)
                .distinct()
                .flatMap(start -> terms(bought, start, months))
                .toList();
        if (!tenant.knows(changes)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .filter(change -> tenant.cures(change, target))
                .map(change -> new Cure(change, words(bought, change), null))
                .limit(1)
                .toList());
    }

    /** The same date so many months later, and the days about it: which one ends the term is the engine's to say. */
    private static Stream<ToTerm> terms(Subscription bought, LocalDate start, int months) {
        LocalDate sameDate = start.plusMonths(months);
        return Stream.of(sameDate.minusDays(1), sameDate).map(end -> new ToTerm(bought.id(), start, end));
    }

    private static String words(Subscription bought, ToTerm term) {
        return term.startsOn().equals(bought.startsOn())
                ? "let the term end on " + term.endsOn()
                : "let the current term run from " + term.startsOn() + " to " + term.endsOn();
    }
}
