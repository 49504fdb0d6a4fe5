package org.trueup.server.run;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.PolicyEngines;
import org.trueup.batch.store.PolicyEvent;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.batch.store.StoreConfiguration;
import org.trueup.batch.whatif.WhatIf;
import org.trueup.batch.whatif.WhatIfConfiguration;
import org.trueup.batch.whatif.WhatIfRequest;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Vendor;

/** The policies of a store in a Spring context that holds little else, and lives as long as this is open. */
public final class SpringPolicies implements Policies {
    private final ConfigurableApplicationContext context;
    private final PolicyVersions versions;

    private SpringPolicies(ConfigurableApplicationContext context) {
        this.context = context;
        this.versions = context.getBean(PolicyVersions.class);
    }

    /** Starts the context, and with it the store; the shipped policies are there first, so that they come first. */
    public static Policies open(StoreChoice store, boolean verbose) {
        ConfigurableApplicationContext context = StoreContext.open(PolicyBeans.class, store, verbose, settings -> {});
        boolean shipped = false;
        try {
            SpringPolicies policies = new SpringPolicies(context);
            new PolicyEngines(policies.versions).ship();
            shipped = true;
            return policies;
        } finally {
            if (!shipped) {
                context.close();
            }
        }
    }

    @Override
    public PolicyVersion publish(Publication publication, byte[] workbook) {
        return versions.publish(publication, workbook);
    }

    @Override
    public PolicyVersion rollBack(Publication publication, PolicyVersion to) {
        return versions.rollBack(publication, to);
    }

    @Override
    public byte[] workbook(PolicyVersion version) {
        return versions.workbook(version);
    }

    @Override
    public List<PolicyEvent> history(Vendor vendor) {
        return versions.history(vendor);
    }

    @Override
    public List<LocalDate> nightsTouchedBy(PolicyVersion version) {
        return versions.nightsTouchedBy(version);
    }

    @Override
    public List<PolicyVersion> versions(Vendor vendor) {
        return versions.all(vendor);
    }

    @Override
    public WhatIfResult whatIf(WhatIfRequest request, NightProgress progress) {
        return context.getBean(WhatIf.class).run(request, progress);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What to start: the jobs stay away. */
    @Configuration(proxyBeanMethods = false)
    @Import({StoreConfiguration.class, WhatIfConfiguration.class})
    static class PolicyBeans {}
}
