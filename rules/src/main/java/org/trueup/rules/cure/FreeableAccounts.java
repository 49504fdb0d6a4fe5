package org.trueup.rules.cure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.cure.Freeing.Means;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.FindingCode;

/**
 * The accounts of a tenant that could be tried, each list with the ones first that are missed least. What may be merged or
 * deleted at all is the engine's to say: it tells RECLAIM_BY_MERGE and RECLAIM_BY_DELETE (A14).
 */
record FreeableAccounts(List<CountedUser> counted, List<Freeing> merges, List<Freeing> deletions) {
    private static final Comparator<CountedUser> LEAST_ACTIVE = Comparator.comparing(
                    (CountedUser user) -> user.firstActiveOn() != null)
            .thenComparing(CountedUser::monthsActive);

    static FreeableAccounts of(TenantCase tenant) {
        List<CountedUser> counted = tenant.before().users().stream()
                .filter(user -> user.counted() > 0)
                .sorted(LEAST_ACTIVE)
                .toList();
        boolean merging = tells(tenant, FindingCode.RECLAIM_BY_MERGE);
        boolean deleting = tells(tenant, FindingCode.RECLAIM_BY_DELETE);
        return new FreeableAccounts(
                counted, merging ? merges(tenant, counted) : List.of(), deleting ? deletions(tenant) : List.of());
    }

    private static boolean tells(TenantCase tenant, FindingCode code) {
        return tenant.before().findings().stream()
                .anyMatch(finding -> finding.code().equals(code.name()));
    }

    /** Each account that counts into the first one of the same name or e-mail. */
    private static List<Freeing> merges(TenantCase tenant, List<CountedUser> counted) {
        Set<String> ids = new HashSet<>(counted.size() * 2);
        counted.forEach(user -> ids.add(user.accountId()));
        Map<String, String> seen = new HashMap<>();
        List<Freeing> merges = new ArrayList<>();
        for (Account account : tenant.facts().accounts()) {
            if (ids.contains(account.id())) {
                String byName = firstOf(seen, "name ", account.name(), account.id());
                String byEmail = firstOf(seen, "e-mail ", account.email(), account.id());
                // two at most, since they may name two who are one person only through this account
                Stream.of(byName, byEmail)
                        .filter(first -> first != null && !first.equals(account.id()))
                        .distinct()
                        .forEach(first -> merges.add(new Freeing(Means.MERGE, account.id(), first)));
            }
        }
        return merges;
    }

    private static @Nullable String firstOf(
            Map<String, String> seen, String what, @Nullable String spelled, String id) {
        if (spelled == null || spelled.isBlank()) {
            return null;
        }
        String before = seen.putIfAbsent(what + spelled.strip().toLowerCase(Locale.ROOT), id);
        return before == null ? id : before;
    }

    /** Accounts that are untracked or gone and hold history still. */
    private static List<Freeing> deletions(TenantCase tenant) {
        return tenant.facts().accounts().stream()
                .filter(account -> account.hasHistoryOn(tenant.asOf()))
                .filter(account -> !account.tracked()
                        || account.group() == TrackingGroup.DNT
                        || account.removedBy(tenant.asOf())
                        || account.deactivatedBy(tenant.asOf()))
                .map(account -> new Freeing(Means.DELETE_HISTORY, account.id(), null))
                .toList();
    }

    /** Merging first: it can be undone. */
    List<Freeing> reclaims() {
        return Stream.concat(merges.stream(), deletions.stream()).toList();
    }

    List<Freeing> leaving(Means means) {
        return counted.stream()
                .map(user -> new Freeing(means, user.accountId(), null))
                .toList();
    }
}
