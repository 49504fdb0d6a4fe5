package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.fact.TenantFacts;

/**
 * Some hundreds of tenants that are decided in one session and written in one transaction.
 *
 * @param numbers the tenants' numbers in the store, in the order of the facts
 */
record TenantBatch(int run, List<Integer> numbers, List<TenantFacts> facts) {}
