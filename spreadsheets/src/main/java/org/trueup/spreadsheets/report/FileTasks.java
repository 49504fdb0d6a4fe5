package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import java.util.function.Consumer;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.jspecify.annotations.Nullable;

/** The files of one night, each written from a stream of its own, some at a time. When one fails, the others stop. */
final class FileTasks {
    private final NightOutcome night;
    private final ReportFolder folder;
    private final int rowLimit;
    private final ReportProgress progress;
    private final AtomicBoolean stopped = new AtomicBoolean();

    FileTasks(NightOutcome night, ReportFolder folder, int rowLimit, ReportProgress progress) {
        this.night = night;
        this.folder = folder;
        this.rowLimit = rowLimit;
        this.progress = progress;
    }

    NightTally csvFiles() throws IOException {
        NightTally tally = new NightTally();
        try (CsvFiles files = CsvFiles.create(folder.files())) {
            read(new NightOutcome.Selection.Everyone(), tenant -> {
                files.add(tenant);
                tally.add(tenant.assessment());
            });
        }
        return tally;
    }

    NightTally workbook(BookScope scope) throws IOException {
        // POI's own temporary files belong to this run: they are on the reports' disk and go when the run dies
        DefaultTempFileCreationStrategy here =
                new DefaultTempFileCreationStrategy(folder.temporary().toFile());
        return TempFile.withStrategy(here, () -> {
            try {
                return writeWorkbook(scope);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private NightTally writeWorkbook(BookScope scope) throws IOException {
        Path file = folder.files().resolve(scope.file());
        try (TenantBook book = new TenantBook(scope, night, new ReportBook(night.asOf(), scope.title(), rowLimit))) {
            read(scope.selection(), book::add);
            if (scope.ofVendor()) {
                night.rejectedLines(book::add);
            }
            return book.write(file);
        }
    }

    private void read(NightOutcome.Selection selection, Consumer<TenantOutcome> reader) {
        night.tenants(selection, tenant -> {
            if (stopped.get()) {
                throw new CancellationException("another file of the night could not be written");
            }
            reader.accept(tenant);
            progress.advanced(1);
        });
    }

    /** Does all of them, and answers in their order; throws what the first one that failed threw. */
    List<NightTally> run(List<Callable<NightTally>> tasks, int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<NightTally>> futures =
                    pool.invokeAll(tasks.stream().map(this::stoppingAll).toList());
            return results(futures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportException("the reports were not written: they were interrupted; write them again", e);
        } finally {
            end(pool);
        }
    }

    private Callable<NightTally> stoppingAll(Callable<NightTally> task) {
        return () -> {
            boolean done = false;
            try {
                if (stopped.get()) {
                    throw new CancellationException("another file of the night could not be written");
                }
                NightTally tally = task.call();
                done = true;
                return tally;
            } finally {
                if (!done) {
                    stopped.set(true);
                }
            }
        };
    }

    private static List<NightTally> results(List<Future<NightTally>> futures) throws IOException, InterruptedException {
        List<NightTally> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<NightTally> future : futures) {
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
