package org.trueup.rules.fact;

/** What an account did on a day. */
public enum ActivityKind {
    /** A data record was linked to the account. */
    REGISTRATION,
    /** The account logged in. */
    LOGIN
}
