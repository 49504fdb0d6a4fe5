package org.trueup.batch.feed;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.trueup.batch.store.Store;

/** The feed job as a program would have it, on a test's store. */
final class FeedTestContext implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    FeedTestContext(Store store) {
        DataSource database = store.dataSource();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("trueup.home", "target/test-feeds")));
        context.registerBean(Store.class, () -> store, definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                "dataSource", DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                "transactionManager", PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.register(Batch.class);
        context.refresh();
    }

    FeedLoader loader() {
        return context.getBean(FeedLoader.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableBatchProcessing
    @EnableJdbcJobRepository
    @Import(FeedJobConfiguration.class)
    static class Batch {}
}
