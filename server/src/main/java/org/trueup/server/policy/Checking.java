package org.trueup.server.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.edit.WorkbookGrid;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Problem;

/**
 * Checks workbooks as {@code trueup check} does, a few at a time and none for longer than a while: whoever sends a nasty one
 * waits for it alone. What was found is remembered for as long as the same bytes are asked about.
 */
@Component
public class Checking implements DisposableBean {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;
    private static final int REMEMBERED = 16;
    /** The first check of a program loads the rules as well. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor checks = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
    private final Map<Key, Looked> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Looked> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(Vendor vendor, String sha256) {}

    /** @param unopened why the file is no workbook, or not a safe one */
    private record Looked(Optional<String> unopened, CheckReport report, WorkbookGrid grid) {}

    /** All that is to be said about a workbook. */
    public CheckReport check(Vendor vendor, byte[] workbook) {
        return look(vendor, workbook).report();
    }

    /**
     * The same of a file that somebody sent.
     *
     * @throws Refusal when it cannot be opened as a workbook, or not safely
     */
    public CheckReport checkSent(Vendor vendor, byte[] file) {
        Looked looked = look(vendor, file);
        looked.unopened().ifPresent(sentence -> {
            throw Refusal.of("workbook", sentence.substring(0, 1).toUpperCase() + sentence.substring(1) + ".");
        });
        return looked.report();
    }

    /** The tables of a workbook, to be shown and edited; none where it cannot be opened. */
    public WorkbookGrid grid(Vendor vendor, byte[] workbook) {
        return look(vendor, workbook).grid();
    }

    private Looked look(Vendor vendor, byte[] workbook) {
        Key key = new Key(vendor, Digest.of(workbook));
        Looked before = known(key);
        if (before != null) {
            return before;
        }
        Looked looked = inTime(vendor, workbook);
        synchronized (known) {
            known.put(key, looked);
        }
        return looked;
    }

    private @Nullable Looked known(Key key) {
        synchronized (known) {
            return known.get(key);
        }
    }

    private Looked inTime(Vendor vendor, byte[] workbook) {
        Future<Looked> check = submit(vendor, workbook);
        try {
            return check.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            check.cancel(true);
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The check took longer than %d seconds and was given up; say the same with fewer rows."
                            .formatted(LONGEST.toSeconds()));
        } catch (InterruptedException stopped) {
            check.cancel(true);
            Thread.currentThread().interrupt();
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "The server stops; check again in a minute.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a workbook could not be checked", failed.getCause());
        }
    }

    private Future<Looked> submit(Vendor vendor, byte[] workbook) {
        try {
            return checks.submit(() -> look(vendor, PolicyBook.draft(vendor, 1, workbook)));
        } catch (RejectedExecutionException full) {
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "Many workbooks wait for their check; try again in a minute.");
        }
    }

    private static Looked look(Vendor vendor, PolicyDraft draft) {
        Optional<String> unopened = draft.policy().isPresent()
                ? Optional.empty()
                : draft.problems().stream().map(Checking::sentence).findFirst();
        return new Looked(unopened, WorkbookCheck.of(vendor, draft), WorkbookGrid.of(draft));
    }

    private static String sentence(Problem problem) {
        return problem.sheet() == null
                ? problem.message()
                : "on the sheet \"" + problem.sheet() + "\" " + problem.message();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "check-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        checks.shutdownNow();
    }
}
