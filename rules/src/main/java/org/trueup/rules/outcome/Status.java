package org.trueup.rules.outcome;

/** How use stands to what is licensed, from good to bad. */
public enum Status {
    COMPLIANT,
    AT_LIMIT,
    WARNING,
    OVERAGE,
    GRACE,
    BLOCKED;

    /** Whether something is to be done: a tenant that is over its licences at a lower status is tolerated. */
    public boolean aboveLimit() {
        return compareTo(AT_LIMIT) > 0;
    }
}
