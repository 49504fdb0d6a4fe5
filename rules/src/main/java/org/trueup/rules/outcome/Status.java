package org.trueup.rules.outcome;

/** How use stands to what is licensed, from good to bad. */
public enum Status {
    COMPLIANT,
    AT_LIMIT,
    WARNING,
    OVERAGE,
    GRACE,
    BLOCKED
}
