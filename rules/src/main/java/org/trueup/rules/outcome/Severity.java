package org.trueup.rules.outcome;

/** How much a finding asks of a person. */
public enum Severity {
    INFO,
    WARNING,
    VIOLATION
}
