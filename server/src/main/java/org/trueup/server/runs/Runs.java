package org.trueup.server.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.batch.store.NamedLock;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;
import org.trueup.server.run.NightOrder;
import org.trueup.server.security.AuditLog;

/** Starts runs, one at a time, and finds those of before; HTTP, pages and the schedule ask the same. */
@Component
public class Runs {
    private final RunViews views;
    private final RunThread thread;
    private final FeedFolders feeds;
    private final ReportFiles reports;
    private final AuditLog audit;
    private final DataSource store;

    Runs(RunViews views, RunThread thread, FeedFolders feeds, ReportFiles reports, AuditLog audit, DataSource store) {
        this.views = views;
        this.thread = thread;
        this.feeds = feeds;
        this.reports = reports;
        this.audit = audit;
        this.store = store;
    }

    /**
     * Starts a night in the background and returns its run.
     *
     * @param who has it done
     * @param vendor none for all vendors
     * @param feed name of a feed folder to load first; none decides the facts that are there
     * @throws Refusal when a run or feed is at work, or there is no such vendor or feed
     */
    public StoredRun start(String who, LocalDate asOf, @Nullable String vendor, @Nullable String feed) {
        if (vendor != null && !Vendor.isName(vendor)) {
            throw Refusal.of("vendor", "\"%s\" is not a vendor's name (a-z, 0-9 and -).".formatted(vendor));
        }
        return begin(who, "START_RUN", asOf, vendor, feed == null ? null : feeds.find(feed));
    }

    /**
     * Does a run that failed or was stopped again: loads its feed where that was not loaded, and decides its date anew, or
     * goes on with it where it was stopped in the middle and nothing has changed.
     *
     * @throws Refusal as {@link #start}, and when it came to a good end or is at work still
     */
    public StoredRun restart(String who, int run) {
        StoredRun failed = find(run);
        if (failed.status() == StoredRun.Status.COMPLETE) {
            throw Refusal.conflict(
                    "Run " + run + " ended well; to decide its date again start a new run of " + failed.asOf() + ".");
        }
        if (!failed.status().ended()) {
            throw Refusal.conflict("Run " + run + " is at work still.");
        }
        return again(who, failed);
    }

    /** The same again, whatever became of it. */
    StoredRun again(String who, StoredRun run) {
        return begin(who, "RESTART_RUN", run.asOf(), run.vendor(), feedToLoad(run));
    }

    /**
     * Goes on with a run that was stopped and that the caller has taken.
     *
     * @throws Refusal as {@link #restart}
     */
    void goOn(String who, StoredRun run) {
        Path feed = feedToLoad(run);
        thread.goOn(run.number(), order(run.asOf(), run.vendor(), feed));
        note(who, "RESTART_RUN", run.number(), run.asOf(), run.vendor(), feed);
    }

    private static @Nullable Path feedToLoad(StoredRun run) {
        String folder = run.feedFolder();
        Path feed = folder == null || run.feedLoaded() ? null : Path.of(folder);
        if (feed != null && !Files.isDirectory(feed)) {
            throw Refusal.conflict("The feed of run " + run.number() + " is not there any more; start a new run.");
        }
        return feed;
    }

    /** Starts a night on a feed that the settings name. */
    StoredRun begin(String who, String deed, LocalDate asOf, @Nullable String vendor, @Nullable Path feed) {
        if (!nobodyAtWork()) {
            throw Refusal.conflict("A night or feed is at work on this store; start this one when that has ended.");
        }
        int run = thread.start(order(asOf, vendor, feed), who, number -> note(who, deed, number, asOf, vendor, feed));
        return find(run);
    }

    private NightOrder order(LocalDate asOf, @Nullable String vendor, @Nullable Path feed) {
        return new NightOrder(feed, asOf, reports.folder(), vendor, FeedRequest.DEFAULT_MAX_REJECT_PERCENT);
    }

    private void note(String who, String deed, int run, LocalDate asOf, @Nullable String vendor, @Nullable Path feed) {
        audit.add(
                who,
                deed,
                "run " + run,
                "night of " + asOf + (vendor == null ? "" : ", " + vendor) + (feed == null ? "" : ", feed " + feed));
    }

    /** Whether a run could be started now. */
    public boolean nobodyAtWork() {
        return !thread.busy() && NamedLock.isFree(store, NamedLock.FACTS);
    }

    /** The names of the feeds that a run can load, the last first. */
    public List<String> feeds() {
        return feeds.names();
    }

    /** @throws Refusal when there is none of that number */
    public StoredRun find(int run) {
        return views.find(run).orElseThrow(() -> Refusal.notFound("There is no run " + run + "."));
    }

    /** The last run of the latest night. */
    public Optional<StoredRun> latestNight() {
        return views.latestNight();
    }

    /** The last first. */
    public List<StoredRun> page(int page, int size) {
        return views.page(page, size);
    }

    public long count() {
        return views.count();
    }

    /** How far a run is; none unless this server does it at the moment. */
    public Optional<RunProgress> progress(int run) {
        return live().filter(live -> live.number() == run).map(LiveRun::now);
    }

    /** The run that this server does; none where it does none. */
    Optional<LiveRun> live() {
        return thread.current();
    }
}
