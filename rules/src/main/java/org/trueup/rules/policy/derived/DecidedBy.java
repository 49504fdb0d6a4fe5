package org.trueup.rules.policy.derived;

import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Cell;

/** A sheet row had a say in a tenant's position. */
public record DecidedBy(TenantId tenant, Cell cell) {}
