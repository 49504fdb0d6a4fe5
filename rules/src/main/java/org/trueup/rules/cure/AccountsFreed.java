package org.trueup.rules.cure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.trueup.rules.cure.Change.Accounts;
import org.trueup.rules.cure.Freeing.Means;
import org.trueup.rules.cure.Smallest.Progress;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Words;

/**
 * Fewer accounts that count. What has no way back, since a peak is past or a credit consumed, shows in the engine's answer:
 * freeing every account changes nothing then, and nothing is proposed.
 */
final class AccountsFreed implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Position position = tenant.position().orElse(null);
        if (position == null || position.used() == 0) {
            return Optional.of(List.of());
        }
        FreeableAccounts accounts = tenant.freeableAccounts();
        List<Freeing> removals = accounts.leaving(Means.REMOVE);
        Optional<List<Cure>> reclaimed = reclaimed(tenant, target, accounts);
        if (reclaimed.isEmpty() || !reclaimed.get().isEmpty() || removals.isEmpty()) {
            return reclaimed;
        }
        Accounts everyone = new Accounts(removals);
        if (!tenant.knows(everyone)) {
            return Optional.empty();
        }
        if (!tenant.cures(everyone, target)) {
            return Optional.of(List.of());
        }
        Optional<List<Cure>> deactivated = first(tenant, target, accounts.leaving(Means.DEACTIVATE), accounts);
        return deactivated.isPresent() && deactivated.get().isEmpty()
                ? first(tenant, target, removals, accounts)
                : deactivated;
    }

    /** What the engine tells could be reclaimed; how much of each kind is said too, so it is asked about. */
    private static Optional<List<Cure>> reclaimed(TenantCase tenant, Target target, FreeableAccounts accounts) {
        List<Accounts> kinds = Stream.of(accounts.merges(), accounts.deletions())
                .filter(kind -> !kind.isEmpty())
                .map(Accounts::new)
                .toList();
        boolean known = tenant.knows(kinds);
        Optional<List<Cure>> found = first(tenant, target, accounts.reclaims(), accounts);
        return known ? found : Optional.empty();
    }

    /** The first accounts of a way, as few as cure. */
    private static Optional<List<Cure>> first(
            TenantCase tenant, Target target, List<Freeing> way, FreeableAccounts accounts) {
        if (way.isEmpty()) {
            return Optional.of(List.of());
        }
        IntFunction<Change> change = number -> new Accounts(way.subList(0, number));
        int beyond = Math.min(way.size(), Math.max(1, beyond(tenant, target)));
        Progress progress = new Smallest(tenant, target, 0, change).search(List.of(beyond), way.size());
        return switch (progress.step()) {
            case ASKING -> Optional.empty();
            case NO_NUMBER_CURES -> Optional.of(List.of());
            case FOUND -> {
                Accounts freed = (Accounts) change.apply(progress.number());
                Change less = progress.number() == 1 ? null : change.apply(progress.number() - 1);
                yield Optional.of(List.of(new Cure(freed, words(tenant, freed, accounts), less)));
            }
        };
    }

    /** How many licences too many are used: where to begin. */
    private static int beyond(TenantCase tenant, Target target) {
        Position position = tenant.position().orElseThrow();
        Integer cap = tenant.plan().map(plan -> plan.maximum()).orElse(null);
        return target.code().equals(FindingCode.ABOVE_PLAN_CAP.name()) && cap != null
                ? position.used() - cap
                : position.shortBy();
    }

    private static String words(TenantCase tenant, Accounts freed, FreeableAccounts accounts) {
        int users = freed.freed().size();
        return switch (freed.freed().get(0).means()) {
            case DEACTIVATE -> "free " + freedBy(tenant, freed) + ": deactivate " + Words.count(users, "user");
            case REMOVE -> "free " + freedBy(tenant, freed) + ": remove " + Words.count(users, "user");
            case MERGE, DELETE_HISTORY -> "free " + freedBy(tenant, freed) + ": " + reclaims(tenant, accounts);
        };
    }

    private static String reclaims(TenantCase tenant, FreeableAccounts accounts) {
        List<String> parts = new ArrayList<>();
        int merged = freedBy(tenant, new Accounts(accounts.merges()));
        if (merged > 0) {
            parts.add(merged + " could be merged");
        }
        int deleted = freedBy(tenant, new Accounts(accounts.deletions()));
        if (deleted > 0) {
            parts.add(deleted + (deleted == 1 ? " has" : " have")
                    + " history that may be deleted (export it first: deleting cannot be undone)");
        }
        return String.join(", ", parts);
    }

    /** The licences that the engine says are used no more. */
    private static int freedBy(TenantCase tenant, Accounts freed) {
        if (freed.freed().isEmpty() || !tenant.knows(freed)) {
            return 0;
        }
        Position then = tenant.answer(freed).position();
        return then == null ? 0 : tenant.position().orElseThrow().used() - then.used();
    }
}
