package org.trueup.rules.counting;

import org.trueup.rules.fact.Account;

/**
 * An exemption account that was in use (P3).
 *
 * @param decision what its row says
 * @param counted licences it added to the tenant's use
 */
public record ExemptUse(Account account, CountingDecision decision, int counted) {}
