package org.trueup.spreadsheets.report;

import org.trueup.rules.outcome.Severity;

/**
 * How often a code was told.
 *
 * @param severity the worst one it was told with
 * @param findings at least {@code tenants}
 * @param waived how many of the findings are waived, so that nobody has to act on them
 * @param tenants that have it, waived or not
 */
record FindingCount(Severity severity, long findings, long waived, long tenants) {

    FindingCount plus(FindingCount other) {
        Severity worse = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
        return new FindingCount(worse, findings + other.findings, waived + other.waived, tenants + other.tenants);
    }

    /** How many findings somebody should act on. */
    long toActOn() {
        return findings - waived;
    }
}
