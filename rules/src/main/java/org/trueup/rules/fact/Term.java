package org.trueup.rules.fact;

/** How a subscription runs; the order is the one in which subscriptions win over each other. */
public enum Term {
    PAID,
    TRIAL,
    PILOT
}
