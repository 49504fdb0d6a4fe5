package org.trueup.batch.whatif;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyReading;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** The published versions of one vendor's policy, each read at most once. */
final class Versions {
    private final PolicyVersions store;
    private final Vendor vendor;
    private final Map<Integer, PolicyRows> rows = new HashMap<>();

    Versions(PolicyVersions store, Vendor vendor) {
        this.store = store;
        this.vendor = vendor;
    }

    Optional<PolicyVersion> inForceOn(LocalDate asOf) {
        return Optional.ofNullable(store.inForceOn(asOf).get(vendor));
    }

    List<Policy> policies(Optional<PolicyVersion> version) {
        return version.map(this::policy).stream().toList();
    }

    private Policy policy(PolicyVersion version) {
        PolicyReading reading = PolicyBook.read(vendor, version.version(), store.workbook(version));
        if (reading instanceof PolicyReading.Accepted accepted) {
            return accepted.policy();
        }
        throw new WhatIfException("Version %d of the policy of %s, in force on that date, cannot be used: %s"
                .formatted(
                        version.version(),
                        vendor,
                        ((PolicyReading.Refused) reading).problems().get(0)));
    }

    PolicyRows rows(Optional<PolicyVersion> version) {
        return version.map(each -> rows.computeIfAbsent(
                        each.version(), number -> new PolicyRows(PolicyBook.rows(vendor, store.workbook(each)))))
                .orElse(PolicyRows.NONE);
    }

    /** The rows of a version by its number; none where the store does not know it. */
    PolicyRows rows(int version) {
        return rows(store.all(vendor).stream()
                .filter(each -> each.version() == version)
                .findFirst());
    }
}
