package org.trueup.spreadsheets.report;

import org.trueup.rules.outcome.Severity;

/**
 * How often a code was told.
 *
 * @param severity the worst one it was told with
 * @param findings at least {@code tenants}
 * @param tenants that have it
 */
record FindingCount(Severity severity, long findings, long tenants) {

    FindingCount plus(FindingCount other) {
        Severity worse = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
        return new FindingCount(worse, findings + other.findings, tenants + other.tenants);
    }
}
