package org.trueup.rules.cure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.cure.Freeing.Means;
import org.trueup.rules.fact.Account;

/** Merges accounts of one name or one e-mail without undoing a merge that there is: only the end of a chain goes on. */
final class Merging {
    private final Map<String, String> into = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final List<Freeing> merges = new ArrayList<>();

    Merging(List<Account> accounts) {
        Set<String> ids = new HashSet<>(accounts.size() * 2);
        accounts.forEach(account -> ids.add(account.id()));
        for (Account account : accounts) {
            if (account.mergedInto() != null && ids.contains(account.mergedInto())) {
                into.put(account.id(), account.mergedInto());
            }
        }
    }

    void join(Account account) {
        join("name ", account.name(), account.id());
        join("e-mail ", account.email(), account.id());
    }

    private void join(String what, @Nullable String spelled, String id) {
        if (spelled == null || spelled.isBlank()) {
            return;
        }
        String first = known.putIfAbsent(what + spelled.strip().toLowerCase(Locale.ROOT), id);
        if (first != null) {
            String end = end(id);
            String target = end(first);
            if (!end.equals(target)) {
                into.put(end, target);
                merges.add(new Freeing(Means.MERGE, end, target));
            }
        }
    }

    /** Where a chain of merges ends; in a circle any account of it does, since the others hold together without it. */
    private String end(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (seen.add(at) && into.containsKey(at)) {
            at = into.get(at);
        }
        return at;
    }

    List<Freeing> merges() {
        return List.copyOf(merges);
    }
}
