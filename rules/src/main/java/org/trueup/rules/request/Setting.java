package org.trueup.rules.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.policy.derived.Words;

/**
 * May a tenant set its licences to a number? Not below the plan's minimum, not above its cap, not below the current use (N7),
 * and not where an analysts' check would find a violation that is none now.
 */
final class Setting {
    private static final List<String> LIMITS_OF_THE_PLAN =
            List.of(FindingCode.ABOVE_PLAN_CAP.name(), FindingCode.BELOW_PLAN_MINIMUM.name());
    private static final Set<String> OURS =
            Set.copyOf(Stream.of(FindingCode.values()).map(FindingCode::name).toList());

    private final Asker asker;

    Setting(Asker asker) {
        this.asker = asker;
    }

    SeatAnswer answer(int licences) {
        Optional<Subscription> bought = asker.subscription();
        if (bought.isEmpty()) {
            return nothingBought();
        }
        Asker.Licensed changed = asker.withLicences(bought.get(), licences);
        Assessment after = changed.after();
        Position then = after.position();
        List<Finding> follows = asker.newIn(after);
        Integer held = asker.position().licensed().count();
        SeatAnswer answer = judged(after, follows, licences);
        return then == null || held == null || !answer.allowed()
                ? answer
                : answer.quoted(new Quoting(asker)
                        .quote(bought.get(), then, licences - held, changed.following(), changed.licences()));
    }

    private SeatAnswer judged(Assessment after, List<Finding> follows, int licences) {
        Position then = after.position();
        Optional<Finding> against = Stream.concat(
                        LIMITS_OF_THE_PLAN.stream().flatMap(code -> found(code, after)),
                        follows.stream().filter(finding -> !OURS.contains(finding.code()) && violates(finding)))
                .findFirst();
        if (then == null || against.isPresent()) {
            Finding why = against.orElseGet(() -> after.findings().get(0));
            return new SeatAnswer(false, why.message(), why.rule(), why.cell(), asker.position(), then, follows, null);
        }
        Decider decider = Decider.of(after);
        boolean enough = then.shortBy() == 0;
        String words = then.whatHappens() == null ? then.usageLine() : then.whatHappens();
        return new SeatAnswer(
                enough,
                enough ? words : tooFew(then, licences) + words,
                decider.rule(),
                decider.cell(),
                asker.position(),
                then,
                follows,
                null);
    }

    private static String tooFew(Position then, int licences) {
        return "%d are in use, %s would be too few: ask for at least %d. "
                .formatted(then.used(), Words.count(licences, "licence"), then.used());
    }

    private static Stream<Finding> found(String code, Assessment after) {
        return after.findings().stream().filter(finding -> finding.code().equals(code) && violates(finding));
    }

    private static boolean violates(Finding finding) {
        return finding.severity() == Severity.VIOLATION && !finding.waived();
    }

    private SeatAnswer nothingBought() {
        Decider decider = Decider.of(asker.now());
        return new SeatAnswer(
                false,
                "The tenant has the plan %s without a subscription, so there are no licences to change: a subscription has to be bought first."
                        .formatted(asker.position().plan()),
                decider.rule(),
                decider.cell(),
                asker.position(),
                null,
                List.of(),
                null);
    }
}
