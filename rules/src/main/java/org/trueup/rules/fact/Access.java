package org.trueup.rules.fact;

/** What an account may see and do. */
public enum Access {
    FULL,
    /** Sees what it was given without a seat of its own (N3). */
    ALIAS,
    VIEWER,
    ADMIN
}
