package org.trueup.server.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.trueup.batch.mail.MailConfiguration;
import org.trueup.batch.mail.MailReport;
import org.trueup.batch.mail.Postman;
import org.trueup.batch.store.StoreConfiguration;

/** The mails of a store in a Spring context that holds little else, and lives as long as this is open. */
public final class SpringMails implements Mails {
    private final ConfigurableApplicationContext context;

    private SpringMails(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the context, and with it the store, where a mail server is named. */
    public static Mails open(StoreChoice store, boolean verbose) {
        return new SpringMails(StoreContext.open(MailBeans.class, store, verbose, SpringMails::requireServer));
    }

    private static void requireServer(Environment settings) {
        if (settings.getProperty("spring.mail.host", "").isBlank()) {
            throw new NoMailServer();
        }
    }

    @Override
    public MailReport send(@Nullable LocalDate only) {
        return context.getBean(Postman.class).send(only);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What to start: the jobs stay away. */
    @Configuration(proxyBeanMethods = false)
    @Import({StoreConfiguration.class, MailConfiguration.class})
    static class MailBeans {}
}
