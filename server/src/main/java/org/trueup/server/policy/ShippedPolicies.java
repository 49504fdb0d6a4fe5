package org.trueup.server.policy;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.PolicyEngines;

/** Keeps the product's own policies before anybody asks, so that a vendor's version 1 is the shipped one wherever there is one. */
@Component
class ShippedPolicies implements ApplicationRunner {
    private final PolicyEngines engines;

    ShippedPolicies(PolicyEngines engines) {
        this.engines = engines;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        engines.ship();
    }
}
