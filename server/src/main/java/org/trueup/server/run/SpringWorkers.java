package org.trueup.server.run;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.trueup.batch.store.Store;
import org.trueup.batch.worker.Worker;
import org.trueup.rules.policy.DroolsPolicyEngine;

/** A worker in a Spring context of its own, which lives as long as this is open. */
public final class SpringWorkers implements Workers {
    private final ConfigurableApplicationContext context;

    private SpringWorkers(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the context, and with it the store; a signal that stops the program is a good end from then on. */
    public static Workers open(StoreChoice store, boolean verbose) {
        Store.endsWellWhenStopped();
        boolean open = false;
        try {
            SpringWorkers workers = new SpringWorkers(StoreContext.open(
                    TrueupApplication.class,
                    store,
                    verbose,
                    List.of("--trueup.store.impatient=true"),
                    settings -> DroolsPolicyEngine.prepare()));
            open = true;
            return workers;
        } finally {
            if (!open) {
                Store.endsAsItSays();
            }
        }
    }

    @Override
    public String store() {
        return context.getBean(Store.class).describe();
    }

    @Override
    public void run(int threads, Consumer<String> lines) throws InterruptedException {
        context.getBean(Worker.class).run(threads, lines);
    }

    @Override
    public void close() {
        Store.endsAsItSays();
        context.close();
    }
}
