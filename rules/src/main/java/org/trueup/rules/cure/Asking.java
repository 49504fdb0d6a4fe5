package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Assessment;

/** Decides tenants without looking for ways back, so that asking never asks itself. */
@FunctionalInterface
public interface Asking {

    /** The answers, in the order of the facts. */
    List<Assessment> decide(List<TenantFacts> facts, LocalDate asOf);
}
