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
        List<List<Account>> identities = Identities.of(facts.accounts());
        List<List<Account>> counted = new ArrayList<>(identities.size());
        int[] licences = new int[identities.size()];
        List<String> deletable = new ArrayList<>();
        int freedByDeleting = 0;
        for (List<Account> identity : identities) {
            int counts = counter.licences(identity, asOf);
            if (counts > 0) {
                licences[counted.size()] = counts;
                counted.add(identity);
                if (holdsOldHistoryAlone(identity, asOf)) {
                    freedByDeleting += counts;
                    for (Account account : identity) {
                        if (account.hasHistoryOn(asOf)) {
                            deletable.add(account.name());
                        }
                    }
                }
            }
        }
        List<String> mergeable = new ArrayList<>();
        int freedByMerging = Persons.of(counted, licences, mergeable);
        return new Reclaimable(mergeable, freedByMerging, deletable, freedByDeleting);
    }

    /** Whether some of its accounts hold history, and all of these are gone. */
    private static boolean holdsOldHistoryAlone(List<Account> identity, LocalDate asOf) {
        boolean holds = false;
        for (Account account : identity) {
            if (!gone(account, asOf)) {
                if (account.hasHistoryOn(asOf)) {
                    return false;
                }
            } else {
                holds |= account.hasHistoryOn(asOf);
            }
        }
        return holds;
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
            Map<String, Integer> byName = new HashMap<>(identities.size() * 2);
            Map<String, Integer> byEmail = new HashMap<>();
            for (int i = 0; i < identities.size(); i++) {
                for (Account account : identities.get(i)) {
                    persons.join(byName, account.name(), i);
                    persons.join(byEmail, account.email(), i);
                }
            }
            int[] sizes = new int[identities.size()];
            int[] dearest = new int[identities.size()];
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

        private void join(Map<String, Integer> first, @Nullable String value, int identity) {
            if (value != null && !value.isBlank()) {
                Integer earlier = first.putIfAbsent(value.strip().toLowerCase(Locale.ROOT), identity);
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
