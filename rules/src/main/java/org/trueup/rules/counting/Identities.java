package org.trueup.rules.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Utf8Order;

/**
 * The accounts of a tenant by the agent identity that they belong to (A7, A8): accounts of one user name and logon domain
 * share an identity, on a standalone machine those of one user name and device; a merge joins whole identities, in chains
 * too. A merge into the account itself or into nobody joins nothing; a circle of merges is one identity.
 */
final class Identities {
    private final List<Account> accounts;
    private final int[] parents;

    private Identities(List<Account> accounts) {
        this.accounts = accounts;
        this.parents = new int[accounts.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
    }

    /** The identities of these accounts, each with its accounts in the order of their ids. */
    static List<List<Account>> of(List<Account> accounts) {
        Identities identities = new Identities(accounts);
        identities.joinByLogin();
        identities.joinByMerge();
        return identities.groups();
    }

    private void joinByLogin() {
        Map<Login, Integer> first = new HashMap<>(accounts.size() * 2);
        for (int i = 0; i < parents.length; i++) {
            Integer earlier = first.putIfAbsent(Login.of(accounts.get(i)), i);
            if (earlier != null) {
                join(i, earlier);
            }
        }
    }

    private void joinByMerge() {
        if (accounts.stream().allMatch(account -> account.mergedInto() == null)) {
            return;
        }
        Map<String, Integer> byId = new HashMap<>(accounts.size() * 2);
        for (int i = 0; i < parents.length; i++) {
            byId.put(accounts.get(i).id(), i);
        }
        for (int i = 0; i < parents.length; i++) {
            Integer target = byId.get(accounts.get(i).mergedInto());
            if (target != null) {
                join(i, target);
            }
        }
    }

    private void join(int one, int other) {
        parents[root(one)] = root(other);
    }

    /** Halves the way on its way up, so that long chains of merges cost no more than short ones. */
    private int root(int account) {
        int at = account;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private List<List<Account>> groups() {
        int[] sizes = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            sizes[root(i)]++;
        }
        Map<Integer, List<Account>> joined = new HashMap<>();
        List<List<Account>> groups = new ArrayList<>(parents.length);
        for (int i = 0; i < parents.length; i++) {
            int root = root(i);
            if (sizes[root] == 1) {
                // most identities have one account
                groups.add(List.of(accounts.get(i)));
                continue;
            }
            List<Account> group = joined.get(root);
            if (group == null) {
                group = new ArrayList<>(sizes[root]);
                joined.put(root, group);
                groups.add(group);
            }
            group.add(accounts.get(i));
        }
        joined.values().forEach(group -> group.sort((one, other) -> Utf8Order.UTF8.compare(one.id(), other.id())));
        return groups;
    }

    /**
     * How the vendor's agent tells users apart.
     *
     * @param user the user name; without one the e-mail, else the account's id
     * @param domain none on a standalone machine
     * @param device of a standalone machine; in a domain the device makes no difference
     */
    private record Login(
            String user, @Nullable String domain, @Nullable String device) {

        static Login of(Account account) {
            String user = account.username() != null ? account.username() : account.email();
            String domain = account.logonDomain();
            return new Login(user != null ? user : account.id(), domain, domain == null ? account.device() : null);
        }
    }
}
