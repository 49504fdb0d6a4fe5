package org.trueup.batch.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.StoredFacts;

/** Compares parts of the tenants on several threads. When one fails, the others stop. */
final class SideBySide {
    /** Each holds five connections, and a MariaDB as it comes allows 151 in all. */
    private static final int MOST_THREADS = 8;

    private final RangeComparing comparing;
    private final NightProgress progress;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean stopped;

    SideBySide(RangeComparing comparing, NightProgress progress) {
        this.comparing = comparing;
        this.progress = progress;
    }

    RangeComparing.Found compare(List<StoredFacts.Part> parts) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<RangeComparing.Found>> futures = new ArrayList<>();
            for (StoredFacts.Part part : parts) {
                futures.add(pool.submit(() -> comparing(part)));
            }
            return results(futures);
        } finally {
            stopped = true;
            pool.shutdown();
        }
    }

    private RangeComparing.Found comparing(StoredFacts.Part part) {
        boolean whole = false;
        try {
            RangeComparing.Found found = comparing.compare(part, this::advance);
            whole = true;
            return found;
        } finally {
            if (!whole) {
                stopped = true;
            }
        }
    }

    private void advance(int tenants) {
        if (stopped) {
            throw new CancellationException("another part of the tenants could not be compared");
        }
        progress.reached(done.addAndGet(tenants));
    }

    /** Waits for all of them, so that nobody is still at work when the caller clears up. */
    private static RangeComparing.Found results(List<Future<RangeComparing.Found>> futures) {
        RangeComparing.Found all = RangeComparing.Found.nothing();
        Throwable failure = null;
        for (Future<RangeComparing.Found> future : futures) {
            try {
                all.add(future.get());
            } catch (ExecutionException e) {
                failure = worthTelling(failure, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WhatIfException("The comparison was interrupted; start it again.", e);
            }
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return all;
    }

    /** A part that was only stopped says nothing about what went wrong. */
    private static @Nullable Throwable worthTelling(@Nullable Throwable before, @Nullable Throwable now) {
        return before == null || before instanceof CancellationException ? now : before;
    }
}
