package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The files of one night that are put together side by side, some at a time. When one fails, the others stop. */
final class FileTasks {
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** To be asked now and then by who works long on a file. */
    void goOn() {
        if (stopped.get()) {
            throw new CancellationException("another file of the night could not be written");
        }
    }

    static ReportException interrupted(@Nullable Throwable cause) {
        return new ReportException("the reports were not written: they were interrupted; write them again", cause);
    }

    /** Does all of them, and answers in their order; throws what the first one that failed threw. */
    <T> List<T> run(List<Callable<T>> tasks, int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures =
                    pool.invokeAll(tasks.stream().map(this::stoppingAll).toList());
            return results(futures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } finally {
            end(pool);
        }
    }

    private <T> Callable<T> stoppingAll(Callable<T> task) {
        return () -> {
            boolean done = false;
            try {
                goOn();
                T written = task.call();
                done = true;
                return written;
            } finally {
                if (!done) {
                    stopped.set(true);
                }
            }
        };
    }

    private static <T> List<T> results(List<Future<T>> futures) throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failure = worthTelling(failure, e.getCause());
            }
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return results;
    }

    /** A file that was only stopped says nothing about what went wrong. */
    private static @Nullable Throwable worthTelling(@Nullable Throwable before, @Nullable Throwable now) {
        return before == null || before instanceof CancellationException ? now : before;
    }

    /** Nobody may still write when the folder is removed. */
    private void end(ExecutorService pool) {
        stopped.set(true);
        pool.shutdown();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
