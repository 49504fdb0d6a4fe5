package org.trueup.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.server.run.UnknownSettings;
import org.trueup.server.security.FirstAdministrator;

/** The server in a Spring context of its own. */
public final class SpringServer implements RunningServer {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Optional<String> firstPassword;

    private SpringServer(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                stopped.countDown();
            }
        });
        this.firstPassword = context.getBean(FirstAdministrator.class).make();
    }

    /** Starts the store and the server; returns when it takes requests. */
    public static RunningServer open(ServerChoice choice, boolean verbose) {
        SpringApplication spring = new SpringApplication(ServeApplication.class);
        // once logging is set up: the rules load while the store opens
        spring.addInitializers(starting -> {
            UnknownSettings.tell(starting.getEnvironment());
            DroolsPolicyEngine.prepare();
        });
        spring.setAdditionalProfiles(verbose ? new String[] {"serve", "verbose"} : new String[] {"serve"});
        ConfigurableApplicationContext context = spring.run(properties(choice));
        boolean open = false;
        try {
            SpringServer server = new SpringServer(context);
            open = true;
            return server;
        } finally {
            if (!open) {
                context.close();
            }
        }
    }

    private static String[] properties(ServerChoice choice) {
        List<String> properties = new ArrayList<>();
        // Tomcat takes no folder with .. in it
        properties.add("--trueup.home=" + choice.store().home().toAbsolutePath().normalize());
        if (choice.store().database() != null) {
            properties.add("--trueup.database=" + choice.store().database());
        }
        properties.add("--trueup.reports=" + choice.reports());
        properties.add("--server.port=" + choice.port());
        return properties.toArray(String[]::new);
    }

    @Override
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** One of the server's parts, for tests. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several parts of a kind. */
    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    @Override
    public void await() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
