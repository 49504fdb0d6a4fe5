package org.trueup.server.demo;

import org.trueup.rules.fact.TenantFacts;

/** A tenant of the demo feed: its facts, and how its vendor writes down times. */
record DemoTenant(TenantFacts facts, TimeStyle times) {}
