package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.TenantFacts;

/** Finds identities that need not be counted (A14): those of one person, and those kept by old histories alone. */
record Reclaiming(IdentitiesWithHistory counter) {

    Reclaimable of(TenantFacts facts, LocalDate asOf) {
        List<List<Account>> counted = Identities.of(facts.accounts()).stream()
                .filter(identity -> counter.licences(identity, asOf) > 0)
                .toList();
        List<String> deletable = new ArrayList<>();
        int freedByDeleting = 0;
        for (List<Account> identity : counted) {
            List<Account> holding = identity.stream()
                    .filter(account -> account.hasHistoryOn(asOf))
                    .toList();
            if (!holding.isEmpty() && holding.stream().allMatch(account -> gone(account, asOf))) {
                holding.forEach(account -> deletable.add(account.name()));
                freedByDeleting += counter.licences(identity, asOf);
            }
        }
        List<String> mergeable = new ArrayList<>();
        int[] licences = counted.stream()
                .mapToInt(identity -> counter.licences(identity, asOf))
                .toArray();
        int freedByMerging = Persons.of(counted, licences, mergeable);
        return new Reclaimable(mergeable, freedByMerging, deletable, freedByDeleting);
    }

    /** Untracked, or a former user: nothing new will be recorded. */
    private static boolean gone(Account account, LocalDate asOf) {
        return !account.tracked() || account.group() != null || account.removedBy(asOf) || account.deactivatedBy(asOf);
    }

    /** Joins identities that share a name or an e-mail, upper and lower case alike. */
    private static final class Persons {
        private final int[] parents;

        private Persons(int identities) {
            parents = new int[identities];
            for (int i = 0; i < identities; i++) {
                parents[i] = i;
            }
        }

        /** Adds the name of each person with several identities; says what they count beyond the dearest of each. */
        static int of(List<List<Account>> identities, int[] licences, List<String> names) {
            Persons persons = new Persons(identities.size());
            Map<String, Integer> first = new HashMap<>();
            for (int i = 0; i < identities.size(); i++) {
                for (Account account : identities.get(i)) {
                    persons.join(first, "n:", account.name(), i);
                    persons.join(first, "e:", account.email(), i);
                }
            }
            int[] sizes = new int[licences.length];
            int[] dearest = new int[licences.length];
            int freed = 0;
            for (int i = 0; i < sizes.length; i++) {
                int person = persons.root(i);
                sizes[person]++;
                freed += Math.min(licences[i], dearest[person]);
                dearest[person] = Math.max(licences[i], dearest[person]);
            }
            for (int i = 0; i < sizes.length; i++) {
                if (sizes[i] > 1) {
                    names.add(identities.get(i).get(0).name());
                }
            }
            return freed;
        }

        private void join(Map<String, Integer> first, String kind, @Nullable String value, int identity) {
            if (value != null && !value.isBlank()) {
                Integer earlier = first.putIfAbsent(kind + value.strip().toLowerCase(Locale.ROOT), identity);
                if (earlier != null) {
                    parents[root(identity)] = root(earlier);
                }
            }
        }

        private int root(int identity) {
            int at = identity;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }
    }
}
