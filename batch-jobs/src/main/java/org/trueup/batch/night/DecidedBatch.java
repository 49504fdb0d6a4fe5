package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.outcome.Assessment;

/**
 * The answers for a batch of tenants.
 *
 * @param tenants in the order of the assessments
 */
record DecidedBatch(int run, List<StoredTenant> tenants, List<Assessment> assessments) {}
