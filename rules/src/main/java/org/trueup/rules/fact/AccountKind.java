package org.trueup.rules.fact;

/** Who stands behind an account. */
public enum AccountKind {
    PERSON,
    SYSTEM,
    INTEGRATION
}
