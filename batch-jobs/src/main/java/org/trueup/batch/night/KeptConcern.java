package org.trueup.batch.night;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;

/** What a night found to act on, as the store keeps it: the position says most of it, the findings' codes stand beside. */
final class KeptConcern {
    private KeptConcern() {}

    /** A code is of capital letters, digits and _; none for the many tenants without any. */
    static @Nullable String codes(Concern concern) {
        return concern.codes().isEmpty() ? null : String.join(" ", concern.codes());
    }

    static SortedSet<String> codes(@Nullable String listed) {
        return listed == null || listed.isEmpty()
                ? Collections.emptySortedSet()
                : new TreeSet<>(List.of(listed.split(" ")));
    }

    /** The same as {@link Concern#of} said on its night. */
    static Concern of(@Nullable Status status, @Nullable Integer used, Licences licensed, @Nullable String codes) {
        boolean above = status != null && status.aboveLimit();
        return new Concern(status, above && used != null ? licensed.shortOf(used) : 0, codes(codes));
    }
}
