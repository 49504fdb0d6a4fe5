package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.fact.TenantFacts;

/**
 * Some hundreds of tenants that are decided in one session and written in one transaction.
 *
 * @param tenants in a list that can be changed: what is decided gives up its accounts
 */
record TenantBatch(int run, List<StoredTenant> tenants) {

    /** The tenants' numbers in the store. */
    List<Integer> numbers() {
        return tenants.stream().map(StoredTenant::number).toList();
    }

    List<TenantFacts> facts() {
        return tenants.stream().map(StoredTenant::facts).toList();
    }
}
