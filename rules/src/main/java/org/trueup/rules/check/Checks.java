package org.trueup.rules.check;

import java.util.List;
import org.trueup.rules.outcome.Finding;

/** The analysts' own checks of one policy, made into rules. Safe for many threads. */
@FunctionalInterface
public interface Checks {
    /** For a policy without any. */
    Checks NONE = tenants -> List.of();

    /**
     * What the checks find, for each tenant and code at most once: where several rows of a code fit, the one with the most
     * conditions tells, among equals the upper one.
     */
    List<Finding> findings(List<CheckedTenant> tenants);

    /** Does beforehand what the first tenants would wait for otherwise. */
    default void prepare() {}
}
