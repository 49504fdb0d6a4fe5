package org.trueup.batch.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.batch.store.TestStore;

/** Who may write a range, and who may not any more. */
class RangeClaimsIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final RangeKey RANGE = new RangeKey(7, 501);

    private final JdbcClient sql = JdbcClient.create(TEST.store().dataSource());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TEST.store().dataSource()));
    private final RangeClaims claims = new RangeClaims(sql);

    @BeforeEach
    void nobodyYet() {
        claims.forget(RANGE.run());
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    private ExecutionContext taken() {
        ExecutionContext context = new ExecutionContext();
        context.putInt(RangeKey.RUN, RANGE.run());
        context.putInt(RangeKey.FROM, RANGE.from());
        context.putString(RangeKey.OWNER, claims.take(RANGE));
        return context;
    }

    @Test
    void theOwnerWritesAndWhatItWritesIsCounted() {
        ExecutionContext owner = taken();
        claims.verify(owner, 500);
        claims.verify(owner, 100);
        claims.verify(owner, 0);
        assertThat(claims.tenants(RANGE.run())).isEqualTo(600);
    }

    @Test
    void whoHadTheRangeBeforeWritesNothingMore() {
        ExecutionContext before = taken();
        claims.verify(before, 500);
        ExecutionContext now = taken();
        assertThatThrownBy(() -> claims.verify(before, 100)).isInstanceOf(RangeLost.class);
        claims.verify(now, 500);
        assertThat(claims.tenants(RANGE.run())).isEqualTo(500);
        assertThat(claims.times(RANGE)).isEqualTo(2);
    }

    @Test
    void aNewOwnerWaitsForWhatIsJustBeingWritten() throws Exception {
        ExecutionContext before = taken();
        CompletableFuture<ExecutionContext> now = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            claims.verify(before, 500);
            now.completeAsync(this::taken);
            assertThat(now).failsWithin(Duration.ofMillis(300));
        });
        claims.verify(now.get(10, TimeUnit.SECONDS), 0);
    }

    @Test
    void nobodyWritesWhatWasRevokedOrForgotten() {
        ExecutionContext owner = taken();
        claims.revoke(RANGE.run());
        assertThatThrownBy(() -> claims.verify(owner, 1)).isInstanceOf(RangeLost.class);
        ExecutionContext again = taken();
        claims.forget(RANGE.run());
        assertThatThrownBy(() -> claims.verify(again, 1)).isInstanceOf(RangeLost.class);
    }

    @Test
    void whoStopsAJobWaitsForARangeThatIsJustBegunAndNoneIsBegunAfter() throws Exception {
        sql.sql("INSERT INTO BATCH_JOB_INSTANCE VALUES (1, 0, 'night', 'key')").update();
        sql.sql("INSERT INTO BATCH_JOB_EXECUTION (JOB_EXECUTION_ID, VERSION, JOB_INSTANCE_ID, CREATE_TIME, STATUS)"
                        + " VALUES (9, 1, 1, NOW(), 'STARTED')")
                .update();
        RangeRequests requests = new RangeRequests(sql, transaction);
        CompletableFuture<Integer> stopped = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            assertThat(requests.isWantedUntilCommit(9)).isTrue();
            stopped.completeAsync(() -> sql.sql("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STOPPING'")
                    .update());
            assertThat(stopped).failsWithin(Duration.ofMillis(300));
        });
        assertThat(stopped.get(10, TimeUnit.SECONDS)).isOne();
        assertThat(requests.isWantedUntilCommit(9)).isFalse();
    }
}
