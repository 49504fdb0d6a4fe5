package org.trueup.server.run;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.rules.policy.DroolsPolicyEngine;

/** Runs nights in a Spring context of their own, which lives as long as this is open. */
public final class SpringNights implements Nights {
    private final ConfigurableApplicationContext context;
    private final Nights nights;

    private SpringNights(ConfigurableApplicationContext context, Nights nights) {
        this.context = context;
        this.nights = nights;
    }

    /** Starts the context, and with it the store. */
    public static Nights open(StoreChoice store, boolean verbose) {
        return open(TrueupApplication.class, store, verbose);
    }

    static Nights open(Class<?> application, StoreChoice store, boolean verbose) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        // logging is set up by then, and the store, which takes as long, is not open yet
        spring.addInitializers(context -> DroolsPolicyEngine.prepare());
        if (verbose) {
            spring.setAdditionalProfiles("verbose");
        }
        ConfigurableApplicationContext context = spring.run(properties(store));
        try {
            return new SpringNights(context, context.getBean(Nights.class));
        } catch (BeansException e) {
            context.close();
            throw e;
        }
    }

    /** As arguments, because these win over the environment and over files. */
    private static String[] properties(StoreChoice store) {
        List<String> properties = new ArrayList<>();
        properties.add("--trueup.home=" + store.home());
        if (store.database() != null) {
            properties.add("--trueup.database=" + store.database());
        }
        return properties.toArray(String[]::new);
    }

    @Override
    public NightResult run(NightOrder request, NightProgress progress) {
        return nights.run(request, progress);
    }

    @Override
    public void close() {
        context.close();
    }
}
