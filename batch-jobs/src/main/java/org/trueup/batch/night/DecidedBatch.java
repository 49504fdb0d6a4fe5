package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.outcome.Assessment;

/**
 * The answers for a batch of tenants.
 *
 * @param numbers the tenants' numbers in the store, in the order of the assessments
 */
record DecidedBatch(int run, List<Integer> numbers, List<Assessment> assessments) {}
