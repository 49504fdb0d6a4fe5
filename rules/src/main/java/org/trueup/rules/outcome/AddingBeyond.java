package org.trueup.rules.outcome;

/** Whether users may be added beyond what is licensed. */
public enum AddingBeyond {
    ALLOW,
    DENY
}
