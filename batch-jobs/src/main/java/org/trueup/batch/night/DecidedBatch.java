package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;

/**
 * The answers for a batch of tenants.
 *
 * @param numbers the tenants' numbers in the store, in the order of the assessments
 * @param facts what they were decided from, in the same order
 */
record DecidedBatch(int run, List<Integer> numbers, List<TenantFacts> facts, List<Assessment> assessments) {}
