package org.trueup.rules.outcome;

import java.time.LocalDate;

/**
 * Why a finding asks nothing of anybody for a while: two people agreed to it, for a reason.
 *
 * @param until the last as-of date on which the finding is waived
 * @param owner who answers for it
 * @param approvedBy who agreed to it, somebody else than the owner
 * @param cell the cell of the row that says so
 */
public record Waiver(LocalDate until, String owner, String approvedBy, String reason, Cell cell) {}
