package org.trueup.batch.mail;

import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail as beans: the server as {@code spring.mail} names it, the sender as {@code trueup.mail} does. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
public class MailConfiguration {
    private static final String CONNECT_MILLIS = "10000";
    /** A server may look at an attachment before it answers. */
    private static final String ANSWER_MILLIS = "60000";

    @Bean
    MailSettings mailSettings(Environment environment) {
        return MailSettings.of(environment);
    }

    @Bean
    Outbox mailOutbox(JdbcClient sql, PlatformTransactionManager transactions) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Outbox(sql, alone);
    }

    @Bean
    NightMail nightMail(MailSettings settings, JdbcClient sql, Outbox outbox) {
        return new NightMail(settings, new Recipients(sql), outbox);
    }

    @Bean
    Postman postman(
            MailSettings settings, ObjectProvider<JavaMailSenderImpl> senders, Outbox outbox, DataSource database) {
        return new Postman(settings, patient(senders.getIfAvailable()), outbox, database);
    }

    /** Jakarta Mail waits for ever unless it is told otherwise; what people set wins. */
    private static @Nullable JavaMailSenderImpl patient(@Nullable JavaMailSenderImpl sender) {
        if (sender != null) {
            Properties properties = sender.getJavaMailProperties();
            for (String protocol : new String[] {"smtp", "smtps"}) {
                properties.putIfAbsent("mail." + protocol + ".connectiontimeout", CONNECT_MILLIS);
                properties.putIfAbsent("mail." + protocol + ".timeout", ANSWER_MILLIS);
                properties.putIfAbsent("mail." + protocol + ".writetimeout", ANSWER_MILLIS);
            }
        }
        return sender;
    }
}
