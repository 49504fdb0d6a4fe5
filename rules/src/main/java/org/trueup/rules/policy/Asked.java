package org.trueup.rules.policy;

import java.time.LocalDate;
import org.trueup.rules.counting.KnownUse;

/**
 * What is to be decided of tenants.
 *
 * @param months whether their months are told too
 * @param users whether their users are told too
 * @param known what has been counted of them
 */
record Asked(LocalDate asOf, boolean months, boolean users, KnownUse known) {}
