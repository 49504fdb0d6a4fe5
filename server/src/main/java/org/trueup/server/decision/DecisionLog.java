package org.trueup.server.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.server.problem.Refusal;

/**
 * What was answered, to whom, by which rule. An answer goes out only after its line is committed. Lines of requests that come
 * at the same time are committed together: while one commit runs, the next ones gather.
 */
@Component
class DecisionLog implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);
    private static final int MOST_WAITING = 5_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int PATIENCE_SECONDS = 10;

    private final DecisionRows rows;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "decision-log");

    DecisionLog(DecisionRows rows) {
        this.rows = rows;
        writer.setDaemon(true);
        writer.start();
    }

    private record Entry(List<DecisionLine> lines, CompletableFuture<Void> committed) {}

    /**
     * Returns when the lines are committed.
     *
     * @throws Refusal if they could not be, and then the answer must not go out
     */
    void keep(List<DecisionLine> lines) {
        Entry entry = new Entry(lines, new CompletableFuture<>());
        try {
            if (waiting.offer(entry, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                entry.committed().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("A decision was not given, because it could not be logged", failure);
        }
        throw Refusal.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The decision could not be written into the decision log, so it is not given; ask again in a moment.");
    }

    private void write() {
        List<Entry> gathered = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                gathered.add(waiting.take());
                waiting.drainTo(gathered, MOST_AT_ONCE - 1);
                commit(gathered);
                gathered.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Entry> entries) {
        try {
            rows.insert(
                    entries.stream().flatMap(entry -> entry.lines().stream()).toList());
            entries.forEach(entry -> entry.committed().complete(null));
        } catch (DataIntegrityViolationException refused) {
            if (entries.size() > 1) {
                // one line that the store refuses must not take the others with it
                entries.forEach(entry -> commit(List.of(entry)));
            } else {
                entries.get(0).committed().completeExceptionally(refused);
            }
        } catch (DataAccessException failure) {
            entries.forEach(entry -> entry.committed().completeExceptionally(failure));
        }
    }

    @Override
    public void destroy() {
        writer.interrupt();
    }
}
