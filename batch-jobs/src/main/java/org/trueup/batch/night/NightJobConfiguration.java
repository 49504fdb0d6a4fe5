package org.trueup.batch.night;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.trueup.batch.mail.MailConfiguration;
import org.trueup.batch.mail.NightMail;
import org.trueup.batch.mail.Postman;
import org.trueup.batch.range.RangeClaims;
import org.trueup.batch.range.Ranges;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.StepStopwatch;
import org.trueup.batch.store.Store;
import org.trueup.rules.fact.Vendor;

/** The night job: decide every tenant, add up, let the run count, write its reports and mail people. */
@Configuration(proxyBeanMethods = false)
@Import(MailConfiguration.class)
public class NightJobConfiguration {
    /** Each holds six connections, and a MariaDB as it comes allows 151 in all. */
    private static final int MOST_THREADS = 8;

    // Decides the tenants of one range: some hundreds are read, decided and written in one transaction.
    @Bean
    Step decideRange(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            FactReader factReader,
            ItemProcessor<TenantBatch, DecidedBatch> deciding,
            ResultWriter resultWriter,
            RangeClaims claims,
            RunningNights running) {
        return new StepBuilder("decideRange", jobs)
                        .<TenantBatch, DecidedBatch>chunk(1)
                        .transactionManager(transactions)
                        .reader(factReader)
                        .processor(deciding)
                        .writer(resultWriter)
                        .listener(new RangeListener(claims, running))
                        .stream(new RangeFence(claims))
                        .build();
    }

    // Cuts the tenants into ranges and has these decided side by side, here and by whatever workers there are.
    @Bean
    Step decide(
            JobRepository jobs,
            Partitioner tenantRanges,
            Ranges ranges,
            ThreadPoolTaskExecutor nightThreads,
            RunningNights running) {
        return new StepBuilder("decide", jobs)
                .partitioner("decideRange", tenantRanges)
                .partitionHandler(ranges.handler(nightThreads, running))
                .listener(new StepStopwatch())
                .build();
    }

    // Compares what was read, decided, rejected, written and stored; where it differs the run never counts.
    @Bean
    Step reconcile(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            NightRuns runs,
            NightExecutions executions,
            RunCounts counts) {
        return new StepBuilder("reconcile", jobs)
                .tasklet(new Reconciliation(runs, executions, counts), transactions)
                .listener(new StepStopwatch())
                .build();
    }

    // Lets the run count for its date, queues its mails and gives its files their place, all or nothing.
    @Bean
    Step reports(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            NightRuns runs,
            StoredNights storedNights,
            RunningNights running,
            NightMail mail,
            NightExecutions executions) {
        return new StepBuilder("reports", jobs)
                .tasklet(new ReportWriting(runs, storedNights, running, mail, executions), transactions)
                .listener(new StepStopwatch())
                .build();
    }

    // Sends what the run queued, and what waits from before; no mail makes a night fail.
    @Bean
    Step mail(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Postman postman,
            NightRuns runs,
            RunningNights running) {
        return new StepBuilder("mail", jobs)
                .tasklet(new MailSending(postman, runs, running), transactions)
                .listener(new StepStopwatch())
                .build();
    }

    @Bean
    Job night(JobRepository jobs, Step decide, Step reconcile, Step reports, Step mail) {
        return new JobBuilder("night", jobs)
                .start(decide)
                .next(reconcile)
                .next(reports)
                .next(mail)
                .build();
    }

    @Bean
    @StepScope
    FactReader factReader(Store store, JdbcClient sql) {
        return new FactReader(store, sql);
    }

    @Bean
    @StepScope
    ItemProcessor<TenantBatch, DecidedBatch> deciding(
            PolicyEngines engines,
            JdbcClient sql,
            @Value("#{jobParameters['run']}") Long run,
            @Value("#{jobParameters['asOf']}") LocalDate asOf) {
        return new Deciding(engines.of(new NightBases(sql).policies(run.intValue())), asOf);
    }

    @Bean
    @StepScope
    ResultWriter resultWriter(
            DataSource dataSource,
            @Value("#{jobParameters['run']}") Long run,
            @Value("#{jobParameters['asOf']}") LocalDate asOf,
            @Value("#{stepExecutionContext['from']}") Integer from) {
        return new ResultWriter(dataSource, run.intValue(), asOf, from);
    }

    @Bean
    @StepScope
    Partitioner tenantRanges(
            JdbcClient sql,
            @Value("#{jobParameters['run']}") Long run,
            @Value("#{jobParameters['asOf']}") LocalDate asOf,
            @Value("#{jobParameters['vendor']}") String vendor,
            @Value("${trueup.range.tenants-at-least:" + TenantRanges.TENANTS_AT_LEAST + "}") int tenantsAtLeast) {
        return new TenantRanges(
                sql, run.intValue(), asOf, vendor.isEmpty() ? null : new Vendor(vendor), tenantsAtLeast);
    }

    @Bean
    ThreadPoolTaskExecutor nightThreads() {
        int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(processors);
        threads.setThreadNamePrefix("night-");
        // paused before that, it would keep the last ranges of a night that is being stopped
        threads.setPhase(NightsEnd.PHASE - 1);
        return threads;
    }

    @Bean
    RangeClaims rangeClaims(JdbcClient sql) {
        return new RangeClaims(sql);
    }

    @Bean
    Ranges ranges(
            Store store,
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Step decideRange,
            NightRuns runs) {
        return new Ranges(
                store,
                jobs,
                transactions,
                decideRange,
                range -> runs.clear(TenantRange.in(range)),
                ProgramDigest::ofThisProgram);
    }

    @Bean
    NightRuns nightRuns(JdbcClient sql) {
        return new NightRuns(sql);
    }

    @Bean
    RunCounts runCounts(JdbcClient sql) {
        return new RunCounts(sql);
    }

    @Bean
    Retention retention(JdbcClient sql, PlatformTransactionManager transactions, Environment settings) {
        return new Retention(sql, transactions, KeepSettings.of(settings));
    }

    @Bean
    Withdrawals withdrawals(
            DataSource database, JdbcClient sql, PlatformTransactionManager transactions, NightRuns runs) {
        return new Withdrawals(database, sql, transactions, runs);
    }

    @Bean
    RunBook runBook(JdbcClient sql) {
        return new RunBook(sql);
    }

    @Bean
    NightTallies nightTallies(DataSource dataSource) {
        return new NightTallies(dataSource);
    }

    @Bean
    StoredNights storedNights(JdbcClient sql, NightRuns runs, NightTallies tallies, PolicyEngines policies) {
        return new StoredNights(sql, runs, tallies, policies);
    }

    @Bean
    RunningNights runningNights() {
        return new RunningNights();
    }

    @Bean
    NightExecutions nightExecutions(JobRepository repository) {
        return new NightExecutions(repository);
    }

    @Bean
    RunBeginnings runBeginnings(
            NightRuns runs, NightExecutions executions, Ranges ranges, RunningNights running, JdbcClient sql) {
        return new RunBeginnings(runs, executions, ranges, running, sql);
    }

    @Bean
    NightsEnd nightsEnd(Nightly nightly, RunningNights running) {
        return new NightsEnd(nightly, running);
    }

    @Bean
    PolicyEngines policyEngines(PolicyVersions versions) {
        return new PolicyEngines(versions);
    }

    @Bean
    Nightly nightly(
            JobOperator jobs,
            JobRepository repository,
            Job night,
            NightRuns runs,
            RunBeginnings beginnings,
            NightExecutions executions,
            RunCounts counts,
            Retention retention,
            RunningNights running,
            PolicyEngines policies,
            DataSource dataSource) {
        return new Nightly(
                jobs,
                repository,
                night,
                runs,
                beginnings,
                executions,
                counts,
                retention,
                running,
                policies,
                dataSource);
    }

    @Bean
    PastReports pastReports(StoredNights storedNights, NightRuns runs, DataSource dataSource) {
        return new PastReports(storedNights, runs, dataSource);
    }
}
