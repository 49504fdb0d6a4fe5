package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The store in a Spring Boot program, with everything that Boot configures by itself. */
class StoreConfigurationIT {
    private static final TestStore TEST = TestStore.fresh();

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void jobsAreKeptInTheStoreAndAFailedOneGoesOnWhereItFailedInAnotherProgram() throws Exception {
        var parameters =
                new JobParametersBuilder().addString("asOf", "2026-11-30").toJobParameters();
        try (ConfigurableApplicationContext first = program()) {
            JobExecution execution = first.getBean(JobOperator.class).start(first.getBean(Job.class), parameters);

            assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
            assertThat(first.getBean(Steps.class).firstRuns).hasValue(1);
        }
        try (ConfigurableApplicationContext second = program()) {
            second.getBean(Steps.class).mend();
            JobExecution execution = second.getBean(JobOperator.class).start(second.getBean(Job.class), parameters);

            assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(second.getBean(Steps.class).firstRuns).hasValue(0);
        }
        assertThat(JdbcClient.create(TEST.store().dataSource())
                        .sql("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void theStoreIsTheOnlyDataSourceAndClosesWithTheContext() {
        Store store;
        try (ConfigurableApplicationContext program = program()) {
            store = program.getBean(Store.class);
            assertThat(program.getBean(DataSource.class)).isSameAs(store.dataSource());
            assertThat(program.getBeansOfType(PlatformTransactionManager.class)).containsOnlyKeys("transactionManager");
            assertThat(program.getBean(JdbcClient.class)
                            .sql("SELECT COUNT(*) FROM flyway_schema_history")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(MigrationsIT.there().size());
            assertThat(program.getBean(PolicyVersions.class)).isNotNull();
        }
        assertThat(store.dataSource()).extracting("closed").isEqualTo(true);
    }

    private static ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(Steps.class)
                .web(WebApplicationType.NONE)
                .properties("trueup.database=" + TEST.url())
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(StoreConfiguration.class)
    static class Steps {
        private final AtomicInteger firstRuns = new AtomicInteger();
        private boolean broken = true;

        void mend() {
            broken = false;
        }

        @Bean
        Job job(JobRepository repository, PlatformTransactionManager transactions) {
            return new JobBuilder("job", repository)
                    .start(new StepBuilder("first", repository)
                            .tasklet(
                                    (contribution, context) -> {
                                        firstRuns.incrementAndGet();
                                        return RepeatStatus.FINISHED;
                                    },
                                    transactions)
                            .build())
                    .next(new StepBuilder("second", repository)
                            .tasklet(
                                    (contribution, context) -> {
                                        if (broken) {
                                            throw new IllegalStateException("broken");
                                        }
                                        return RepeatStatus.FINISHED;
                                    },
                                    transactions)
                            .build())
                    .build();
        }
    }
}
