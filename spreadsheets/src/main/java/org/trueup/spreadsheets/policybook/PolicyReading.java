package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.spreadsheets.scenario.Scenarios;

/** What became of reading a policy workbook. */
public sealed interface PolicyReading {

    /**
     * Terms and checks, the analysts' tests of them, and what is worth a look.
     *
     * @param scenarios read, but not run
     * @param warnings what somebody should look at, by sheet, row and column
     */
    record Accepted(Policy policy, Scenarios scenarios, List<Problem> warnings) implements PolicyReading {
        public PolicyTerms terms() {
            return policy.terms();
        }
    }

    /** @param problems all that was found, warnings too, by sheet, row and column; at least one error */
    record Refused(List<Problem> problems) implements PolicyReading {}
}
