package org.trueup.rules.outcome;

/** How a tenant's {@link Concern} moved since the night before, what asks for most attention first. */
public enum Movement {
    /** Nothing was to be done, now something is. */
    NEW,
    /** A higher status, more licences short, or a further finding. */
    WORSENED,
    /** A lower status, fewer licences short, or a finding less. */
    IMPROVED,
    /** Something was to be done, now nothing is. */
    CURED,
    /** The same as on the night before. */
    UNCHANGED,
    /** Nothing to be done on either night. */
    NONE
}
