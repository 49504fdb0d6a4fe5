package org.trueup.rules.policy;

import java.time.LocalDate;
import org.trueup.rules.counting.KnownUse;

/**
 * What is to be decided of tenants.
 *
 * @param months whether their months are told too
 * @param whole whether users and the cells that decided are told too
 * @param known what has been counted of them
 */
record Asked(LocalDate asOf, boolean months, boolean whole, KnownUse known) {}
