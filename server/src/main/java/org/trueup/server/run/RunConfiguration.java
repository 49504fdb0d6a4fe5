package org.trueup.server.run;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PastReports;
import org.trueup.batch.night.RunBook;
import org.trueup.batch.store.Outages;
import org.trueup.batch.store.Store;

/** Runs in the opened store. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {

    // how long feeds and nights wait for a database that went away
    @Bean
    Outages outages(Store store, @Value("${trueup.database-wait:10m}") Duration longest) {
        return new Outages(store, longest);
    }

    @Bean
    FeedAndNight feedAndNight(FeedLoader feeds, Nightly nightly, RunBook book, Outages outages) {
        return new FeedAndNight(feeds, nightly, book, outages);
    }

    @Bean
    Nights nights(FeedAndNight work, Nightly nightly, PastReports past) {
        return new StoreNights(work, nightly, past);
    }
}
