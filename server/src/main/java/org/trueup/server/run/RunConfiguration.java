package org.trueup.server.run;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PastReports;
import org.trueup.batch.night.RunBook;

/** Runs in the opened store. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {

    @Bean
    FeedAndNight feedAndNight(FeedLoader feeds, Nightly nightly, RunBook book) {
        return new FeedAndNight(feeds, nightly, book);
    }

    @Bean
    Nights nights(FeedAndNight work, Nightly nightly, PastReports past) {
        return new StoreNights(work, nightly, past);
    }
}
