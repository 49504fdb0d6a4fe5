package org.trueup.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.trueup.batch.store.StoreLocation;

/** Starts Spring, and with it a store. */
final class StoreContext {
    private StoreContext() {}

    /**
     * @param beans what to start
     * @param beforeTheStore runs when logging is set up and the store, which takes a while, is not open yet; is given the
     *     program's settings
     */
    static ConfigurableApplicationContext open(
            Class<?> beans, StoreChoice store, boolean verbose, Consumer<Environment> beforeTheStore) {
        return open(beans, store, verbose, List.of(), beforeTheStore);
    }

    /** @param settings beside those that name the store, as arguments */
    static ConfigurableApplicationContext open(
            Class<?> beans,
            StoreChoice store,
            boolean verbose,
            List<String> settings,
            Consumer<Environment> beforeTheStore) {
        SpringApplication spring = new SpringApplication(beans);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(context -> {
            UnknownSettings.tell(context.getEnvironment());
            beforeTheStore.accept(context.getEnvironment());
            if (store.there()) {
                requireThere(context.getEnvironment());
            }
        });
        if (verbose) {
            spring.setAdditionalProfiles("verbose");
        }
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(properties(store));
        return spring.run(arguments.toArray(String[]::new));
    }

    /** By the settings, since a file or the environment may name a database. */
    private static void requireThere(Environment settings) {
        StoreLocation.of(settings.getProperty("trueup.database", ""), settings.getRequiredProperty("trueup.home"))
                .missing()
                .ifPresent(sentence -> {
                    throw new NoStore(sentence);
                });
    }

    /** As arguments, because these win over the environment and over files. */
    private static List<String> properties(StoreChoice store) {
        List<String> properties = new ArrayList<>();
        properties.add("--trueup.home=" + store.home());
        if (store.database() != null) {
            properties.add("--trueup.database=" + store.database());
        }
        return properties;
    }
}
