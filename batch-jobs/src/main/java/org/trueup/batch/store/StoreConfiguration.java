package org.trueup.batch.store;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The store as beans, and Spring Batch's repository in it. {@code trueup.database} is the JDBC URL of a MariaDB; where
 * it is absent or blank, an embedded one is kept under {@code trueup.home}, by default {@code ./trueup-data}.
 */
@Configuration(proxyBeanMethods = false)
// Boot would run every job when a program starts; a program can still ask for that
@PropertySource("classpath:org/trueup/batch/store/batch.properties")
@EnableBatchProcessing
@EnableJdbcJobRepository(dataSourceRef = "dataSource", transactionManagerRef = "transactionManager")
public class StoreConfiguration {

    @Bean
    Store store(
            @Value("${trueup.database:}") String database,
            @Value("${trueup.home:./trueup-data}") String home,
            @Value("${trueup.store.impatient:false}") boolean impatient) {
        return Store.openForContext(StoreLocation.of(database, home), impatient);
    }

    // the store closes it
    @Bean(destroyMethod = "")
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PolicyVersions policyVersions(DataSource dataSource) {
        return new PolicyVersions(dataSource);
    }
}
