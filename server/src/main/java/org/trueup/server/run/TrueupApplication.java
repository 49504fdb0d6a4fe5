package org.trueup.server.run;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trueup.batch.feed.FeedJobConfiguration;
import org.trueup.batch.night.NightJobConfiguration;
import org.trueup.batch.store.StoreConfiguration;
import org.trueup.batch.worker.WorkerConfiguration;

/**
 * What Spring starts for the commands that run nights. They are named one by one, since looking for what else Boot could set up
 * takes a command seconds, and none of it is for commands.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    StoreConfiguration.class,
    FeedJobConfiguration.class,
    NightJobConfiguration.class,
    WorkerConfiguration.class,
    RunConfiguration.class
})
class TrueupApplication {}
