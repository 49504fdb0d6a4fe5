package org.trueup.batch.worker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trueup.batch.range.Ranges;

/** The worker, which does nothing until it is told to. */
@Configuration(proxyBeanMethods = false)
public class WorkerConfiguration {

    @Bean
    Worker worker(Ranges ranges) {
        return new Worker(ranges);
    }
}
