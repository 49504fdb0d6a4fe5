package org.trueup.server.run;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PastReports;
import org.trueup.batch.night.RunBook;
import org.trueup.batch.night.Withdrawals;
import org.trueup.batch.store.Outages;
import org.trueup.batch.store.Store;

/** Runs in the opened store. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);

    // how long feeds and nights wait for a database that went away
    @Bean
    Outages outages(Store store, Environment settings) {
        // bound rather than injected, so that a value that cannot be used is told with its name
        Duration longest = Binder.get(settings)
                .bind("trueup.database-wait", Duration.class)
                .orElse(LONGEST_OUTAGE);
        return new Outages(store, longest);
    }

    @Bean
    FeedAndNight feedAndNight(FeedLoader feeds, Nightly nightly, RunBook book, Outages outages) {
        return new FeedAndNight(feeds, nightly, book, outages);
    }

    @Bean
    Nights nights(FeedAndNight work, Nightly nightly, PastReports past, Withdrawals withdrawals) {
        return new StoreNights(work, nightly, past, withdrawals);
    }
}
