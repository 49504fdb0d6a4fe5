package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.trueup.rules.terms.PolicyTerms;

/** What became of reading a policy workbook. */
public sealed interface PolicyReading {

    /** @param warnings what somebody should look at, by sheet, row and column */
    record Accepted(PolicyTerms terms, List<Problem> warnings) implements PolicyReading {}

    /** @param problems all that was found, warnings too, by sheet, row and column; at least one error */
    record Refused(List<Problem> problems) implements PolicyReading {}
}
