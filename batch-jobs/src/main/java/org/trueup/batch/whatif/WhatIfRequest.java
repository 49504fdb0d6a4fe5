package org.trueup.batch.whatif;

import java.nio.file.Path;
import java.time.LocalDate;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;

/**
 * Which draft to compare with what is published.
 *
 * @param draft the draft's policy, from a workbook without errors
 * @param workbook the bytes of that workbook
 * @param asOf the night that is asked about, in the past or in the future
 * @param out the workbook to write; replaced when it is there
 */
public record WhatIfRequest(Policy draft, byte[] workbook, LocalDate asOf, Path out) {
    public Vendor vendor() {
        return draft.vendor();
    }
}
