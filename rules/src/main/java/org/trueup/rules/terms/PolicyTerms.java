package org.trueup.rules.terms;

import java.util.List;
import org.trueup.rules.fact.Vendor;

/**
 * Everything that one policy workbook says, in the order of its rows.
 *
 * @param version the policy's version, 1 or more
 */
public record PolicyTerms(
        Vendor vendor,
        int version,
        List<PlanTerms> plans,
        List<OverLimitTerms> overLimit,
        List<CountingTerms> counting,
        List<ExemptionTerms> exemptions,
        List<SettingTerms> settings) {}
