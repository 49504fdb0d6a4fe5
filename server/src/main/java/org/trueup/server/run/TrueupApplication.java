package org.trueup.server.run;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What Spring starts: the jobs, their store, and what this server adds to them. */
@SpringBootApplication(
        scanBasePackages = {"org.trueup.batch", "org.trueup.server.run"},
        proxyBeanMethods = false)
class TrueupApplication {}
