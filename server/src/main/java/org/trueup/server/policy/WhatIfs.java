package org.trueup.server.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.trueup.batch.whatif.WhatIf;
import org.trueup.batch.whatif.WhatIfException;
import org.trueup.batch.whatif.WhatIfRequest;
import org.trueup.rules.policy.Policy;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.check.CheckReport;

/**
 * Compares workbooks with the version in force on all tenants, one after the other in the background. What it finds is kept
 * until the server stops: it can always be asked for again, and nothing in the store depends on it.
 */
@Component
public class WhatIfs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WhatIfs.class);
    private static final int WAITING = 8;
    private static final int KEPT = 40;

    private final WhatIf whatIf;
    private final Checking checking;
    private final Editions editions;
    private final Clock clock;
    private final Path folder;
    private final ThreadPoolExecutor one =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), WhatIfs::thread);
    /** The latest of each workbook, the longest known first. */
    private final Map<Key, WhatIfJob> jobs = new LinkedHashMap<>();

    private int count;

    WhatIfs(WhatIf whatIf, Checking checking, Editions editions, Clock clock) throws IOException {
        this.whatIf = whatIf;
        this.checking = checking;
        this.editions = editions;
        this.clock = clock;
        this.folder = Files.createTempDirectory("trueup-what-if-");
    }

    private record Key(String vendor, String name) {
        static Key of(Edition edition) {
            return new Key(edition.vendor().name(), edition.name());
        }
    }

    /**
     * Begins a comparison; one that runs already on the same bytes for the same day is answered instead.
     *
     * @throws Refusal where the workbook has errors, or too many comparisons wait
     */
    public WhatIfJob start(Caller caller, Edition edition, LocalDate asOf) {
        byte[] workbook = editions.workbook(edition);
        CheckReport report = checking.check(edition.vendor(), workbook);
        Policy policy = report.policy()
                .filter(read -> !report.anyError())
                .orElseThrow(
                        () -> Refusal.conflict("%s has errors, so that it cannot decide anybody; correct them first."
                                .formatted(edition.name())));
        synchronized (jobs) {
            WhatIfJob before = jobs.get(Key.of(edition));
            if (before != null
                    && !before.over()
                    && before.asOf().equals(asOf)
                    && before.edition().sha256().equals(edition.sha256())) {
                return before;
            }
            WhatIfJob job = new WhatIfJob(
                    edition, asOf, caller.name(), clock.instant(), folder.resolve("what-if-" + ++count + ".xlsx"));
            submit(job, new WhatIfRequest(policy, workbook, asOf, job.workbook()));
            keep(job);
            return job;
        }
    }

    /** The latest comparison of a workbook; none where nobody asked since the server started. */
    public Optional<WhatIfJob> latest(Edition edition) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(Key.of(edition)));
        }
    }

    /**
     * The workbook of differences.
     *
     * @throws Refusal until it is there
     */
    public Path workbook(Edition edition) {
        WhatIfJob job = latest(edition)
                .orElseThrow(
                        () -> Refusal.notFound("Nobody asked what %s would change since the server started; ask first."
                                .formatted(edition.name())));
        if (job.progress().state() != WhatIfJob.State.DONE) {
            throw Refusal.conflict(
                    job.over()
                            ? "The comparison failed, so that there is no workbook; ask again."
                            : "The comparison still runs; ask for its workbook once it is done.");
        }
        return job.workbook();
    }

    private void submit(WhatIfJob job, WhatIfRequest request) {
        try {
            one.execute(() -> run(job, request));
        } catch (RejectedExecutionException full) {
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "Many comparisons wait already; ask again in some minutes.");
        }
    }

    private void run(WhatIfJob job, WhatIfRequest request) {
        try {
            job.done(whatIf.run(request, job));
        } catch (WhatIfException told) {
            job.failed(String.valueOf(told.getMessage()));
        } catch (RuntimeException failed) {
            LOG.error("A what-if of {} failed", request.vendor(), failed);
            job.failed("The comparison failed; the operator finds the reason in the log.");
        }
    }

    private void keep(WhatIfJob job) {
        forget(jobs.remove(Key.of(job.edition())));
        jobs.put(Key.of(job.edition()), job);
        if (jobs.size() > KEPT) {
            forget(jobs.remove(jobs.keySet().iterator().next()));
        }
    }

    /** One that still runs writes its file later, which goes with the folder. */
    private static void forget(@Nullable WhatIfJob job) {
        try {
            if (job != null) {
                Files.deleteIfExists(job.workbook());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "what-if");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() throws IOException {
        one.shutdownNow();
        FileSystemUtils.deleteRecursively(folder);
    }
}
