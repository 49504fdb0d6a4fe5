package org.trueup.rules.policy;

import org.trueup.rules.check.Checks;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.terms.PolicyTerms;

/** What decides the tenants of one vendor beside the product's rules: the rows of a workbook and the analysts' checks. */
public record Policy(PolicyTerms terms, Checks checks) {

    /** A policy whose workbook has no checks. */
    public static Policy withoutChecks(PolicyTerms terms) {
        return new Policy(terms, Checks.NONE);
    }

    public Vendor vendor() {
        return terms.vendor();
    }
}
