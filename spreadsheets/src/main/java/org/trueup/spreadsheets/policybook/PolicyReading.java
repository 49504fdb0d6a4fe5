package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.PolicyTerms;

/** What became of reading a policy workbook. */
public sealed interface PolicyReading {

    /**
     * Terms and checks, and what is worth a look.
     *
     * @param warnings what somebody should look at, by sheet, row and column
     */
    record Accepted(Policy policy, List<Problem> warnings) implements PolicyReading {
        public PolicyTerms terms() {
            return policy.terms();
        }
    }

    /** @param problems all that was found, warnings too, by sheet, row and column; at least one error */
    record Refused(List<Problem> problems) implements PolicyReading {}
}
