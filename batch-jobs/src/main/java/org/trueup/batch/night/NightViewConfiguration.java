package org.trueup.batch.night;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at stored nights, for the server. */
@Configuration(proxyBeanMethods = false)
public class NightViewConfiguration {

    @Bean
    TenantViews tenantViews(JdbcClient sql) {
        return new TenantViews(sql);
    }

    @Bean
    RunViews runViews(JdbcClient sql) {
        return new RunViews(sql);
    }

    @Bean
    NightViews nightViews(JdbcClient sql, NightTallies tallies) {
        return new NightViews(sql, tallies);
    }
}
