package org.trueup.server.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What Spring starts for the server: the jobs, their store, HTTP, pages and security. */
@SpringBootApplication(
        scanBasePackages = {
            "org.trueup.batch",
            "org.trueup.server.problem",
            "org.trueup.server.security",
            "org.trueup.server.once",
            "org.trueup.server.decision",
            "org.trueup.server.tenant",
            "org.trueup.server.policy",
            "org.trueup.server.runs",
            "org.trueup.server.page"
        },
        proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
@EnableScheduling
class ServeApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
