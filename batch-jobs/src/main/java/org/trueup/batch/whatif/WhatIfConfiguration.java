package org.trueup.batch.whatif;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.night.StoredFacts;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Store;

/** The what-if as a bean. It needs the store alone, not the jobs. */
@Configuration(proxyBeanMethods = false)
public class WhatIfConfiguration {

    @Bean
    WhatIf whatIf(Store store, PolicyVersions versions, JdbcClient sql) {
        return new WhatIf(new StoredFacts(store, sql), versions, sql);
    }
}
