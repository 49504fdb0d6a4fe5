package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trueup.rules.request.Decider;
import org.trueup.server.problem.Refusal;

class DecisionLogTest {
    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());

    private DecisionLog log(Consumer<List<DecisionLine>> store) {
        return new DecisionLog(new DecisionRows(new JdbcTemplate(), new JdbcTransactionManager()) {
            @Override
            void insert(List<DecisionLine> lines) {
                store.accept(lines);
                written.add(lines.stream().map(DecisionLine::tenantId).toList());
            }
        });
    }

    private static DecisionLine line(String tenant) {
        return new DecisionLine(
                "who",
                DecisionLine.Kind.POSITION,
                tenant,
                "plecto",
                LocalDate.of(2026, 11, 20),
                new byte[32],
                1,
                "{}",
                new Decider("a rule", null));
    }

    @Test
    void whatIsKeptIsWrittenWhenItReturns() {
        DecisionLog log = log(lines -> {});
        log.keep(List.of(line("a"), line("b")));
        assertThat(written).containsExactly(List.of("a", "b"));
        log.destroy();
    }

    @Test
    void aLineThatCannotBeWrittenFailsItsRequest() {
        DecisionLog log = log(lines -> {
            throw new DataAccessResourceFailureException("the store is gone");
        });
        assertThatThrownBy(() -> log.keep(List.of(line("a"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().value()).isEqualTo(503))
                .hasMessageContaining("decision log");
        log.destroy();
    }

    @Test
    void linesThatComeWhileOneCommitRunsAreCommittedTogether() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DecisionLog log = log(lines -> {
            first.countDown();
            await(goOn);
        });
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<Future<?>> asked = new ArrayList<>();
            asked.add(callers.submit(() -> log.keep(List.of(line("first")))));
            await(first);
            for (int i = 0; i < 19; i++) {
                String tenant = "t" + i;
                asked.add(callers.submit(() -> log.keep(List.of(line(tenant)))));
            }
            Thread.sleep(300);
            goOn.countDown();
            for (Future<?> each : asked) {
                each.get(10, TimeUnit.SECONDS);
            }
            assertThat(written.size()).isLessThanOrEqualTo(5);
            assertThat(written.stream().flatMap(List::stream)).hasSize(20).doesNotHaveDuplicates();
        } finally {
            callers.shutdownNow();
            log.destroy();
        }
    }

    @Test
    void aLineThatTheStoreRefusesTakesNoOtherWithIt() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DecisionLog log = log(lines -> {
            first.countDown();
            await(goOn);
            if (lines.stream().anyMatch(line -> line.tenantId().equals("bad"))) {
                throw new DataIntegrityViolationException("no");
            }
        });
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            Future<?> begun = callers.submit(() -> log.keep(List.of(line("first"))));
            await(first);
            Future<?> bad = callers.submit(() -> log.keep(List.of(line("bad"))));
            Future<?> good = callers.submit(() -> log.keep(List.of(line("good"))));
            Thread.sleep(300);
            goOn.countDown();
            begun.get(10, TimeUnit.SECONDS);
            good.get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);
            assertThat(written).contains(List.of("good"));
        } finally {
            callers.shutdownNow();
            log.destroy();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
