package org.trueup.server.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.rules.fact.TenantId;
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
        ConfigurableApplicationContext context =
                StoreContext.open(application, store, verbose, settings -> DroolsPolicyEngine.prepare());
        try {
            return new SpringNights(context, context.getBean(Nights.class));
        } catch (BeansException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public NightResult run(NightOrder request, NightProgress progress) {
        return nights.run(request, progress);
    }

    @Override
    public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
        return nights.preview(date, reports, progress);
    }

    @Override
    public Path report(LocalDate asOf, Path reports, NightProgress progress) {
        return nights.report(asOf, reports, progress);
    }

    @Override
    public Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
        return nights.reportTenants(asOf, tenants, reports);
    }

    @Override
    public Withdrawn withdraw(LocalDate asOf) {
        return nights.withdraw(asOf);
    }

    @Override
    public void close() {
        context.close();
    }
}
