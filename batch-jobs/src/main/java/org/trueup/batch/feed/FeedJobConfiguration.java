package org.trueup.batch.feed;

import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trueup.batch.store.StepStopwatch;
import org.trueup.batch.store.Store;

/** The feed job, to be read from top to bottom: its steps in their order, then the job. */
@Configuration(proxyBeanMethods = false)
public class FeedJobConfiguration {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Store store;
    private final Staging staging;
    private final FeedRuns runs = new FeedRuns();
    private final StepStopwatch stopwatch = new StepStopwatch();

    FeedJobConfiguration(
            JobRepository repository, PlatformTransactionManager transactions, Store store, DataSource database) {
        this.repository = repository;
        this.transactions = transactions;
        this.store = store;
        this.staging = new Staging(database);
    }

    // checks every header, makes room and learns which tenants and accounts the store knows
    private Step openFeed() {
        return step("open feed", run -> {
            FeedCheck.headers(run);
            staging.clear();
            run.learnIds(store);
        });
    }

    // stages tenants.csv and gives new tenants their numbers
    private Step readTenants() {
        return step("read tenants", run -> staging.stage(run, FeedFile.TENANTS, new TenantLines(run.ids())));
    }

    // stages what tenants bought, and since when some of them stood over their limit
    private Step readSubscriptions() {
        return step("read subscriptions", run -> {
            staging.stage(run, FeedFile.SUBSCRIPTIONS, new SubscriptionLines(run.ids()));
            staging.stage(run, FeedFile.ADD_ONS, new AddOnLines(run.ids()));
            staging.stage(run, FeedFile.GRACE_STATE, new GraceStateLines(run.ids()));
        });
    }

    // gives new accounts their numbers and takes them into the feed's transaction; stages those that changed. A store's
    // first ones are loaded while what follows is read
    private Step readAccounts() {
        return step("read accounts", staging::takeAccounts);
    }

    // folds activity.csv into sets of days
    private Step readActivity() {
        return step("read activity", staging::foldActivity);
    }

    // stops here when a file has too many bad lines
    private Step judgeRejects() {
        return step("judge rejects", FeedCheck::rejects);
    }

    // takes everything else over into the facts and ends the feed's transaction, which makes them count
    private Step mergeFacts() {
        return step("merge facts", run -> {
            new FactsMerge(run.facts(), store).merge(run);
            run.verifyLock();
            new FeedBook(run.facts().sql()).loaded(run);
            run.facts().commit();
        });
    }

    // the job; never restarted half way, since loading a feed again from its beginning is always right
    @Bean
    Job feedJob() {
        return new JobBuilder("feed", repository)
                .preventRestart()
                .start(openFeed())
                .next(readTenants())
                .next(readSubscriptions())
                .next(readAccounts())
                .next(readActivity())
                .next(judgeRejects())
                .next(mergeFacts())
                .build();
    }

    /**
     * The door to the job.
     *
     * @param scratch folder for files that live as long as a feed is loaded, some 100 bytes an account; not the
     *     system's temporary folder, which often lies in memory
     */
    @Bean
    FeedLoader feedLoader(
            @Qualifier("feedJob") Job feedJob,
            JobOperator operator,
            DataSource database,
            @Value("${trueup.scratch:${trueup.home:./trueup-data}/tmp}") Path scratch) {
        return new FeedLoader(
                new FeedLaunch(feedJob, operator, repository, runs), database, staging, new ScratchFolder(scratch));
    }

    private Step step(String name, Consumer<FeedRun> work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            FeedRun run =
                                    runs.of(contribution.getStepExecution().getJobParameters());
                            run.progress().step(name);
                            work.accept(run);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(stopwatch)
                .build();
    }
}
