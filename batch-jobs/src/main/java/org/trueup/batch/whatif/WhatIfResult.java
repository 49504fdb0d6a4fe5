package org.trueup.batch.whatif;

import java.util.Optional;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/**
 * What a what-if came to.
 *
 * @param published the version that the draft was compared with; none where there is none on the date
 * @param unusedRows how many rows of the draft decided nobody
 * @param secondsComparing from the first fact read to the last tenant decided
 * @param secondsWriting of the workbook
 */
public record WhatIfResult(
        Optional<WhatIfOutcome.Published> published,
        WhatIfTally tally,
        int unusedRows,
        double secondsComparing,
        double secondsWriting) {}
