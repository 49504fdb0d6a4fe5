package org.trueup.batch.range;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.batch.store.Store;

/** The ranges of one step: what a job hands them out by, and what others do them by. */
public final class Ranges implements AutoCloseable {
    private final Store store;
    private final JobRepository repository;
    private final RangeRequests requests;
    private final RangeClaims claims;
    private final RangeTaker taker;
    private final Leases leases;
    private final Supplier<String> program;

    /**
     * @param step does a range
     * @param emptying drops what was written about a range
     * @param program fingerprint of this program; ranges of others are left alone
     */
    public Ranges(
            Store store,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Step step,
            Consumer<ExecutionContext> emptying,
            Supplier<String> program) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.repository = repository;
        this.requests = new RangeRequests(sql, transaction);
        this.claims = new RangeClaims(sql);
        this.taker = new RangeTaker(requests, claims, repository, step, transaction, emptying);
        this.leases = new Leases(store::openForHolding);
        this.program = program;
    }

    /** Hands the ranges out, does some with threads of this program, and waits for all. */
    public PartitionHandler handler(ThreadPoolTaskExecutor threads, RangeProgress progress) {
        OwnThreads own = new OwnThreads(requests, taker, leases);
        return new RangeHandler(requests, claims, own, repository, threads, program, progress);
    }

    /** Lets nobody go on with the ranges of a run as it was before, and forgets what was counted. */
    public void beginAgain(int run) {
        requests.withdraw(run);
        claims.forget(run);
    }

    /** Does ranges of whatever night asks for some, with threads of this program, until it is stopped. */
    public RangeWork work(int threads, RangeWork.Told told) {
        return new RangeWork(store.dataSource(), requests, taker, leases, program, threads, told);
    }

    @Override
    public void close() {
        leases.close();
    }
}
