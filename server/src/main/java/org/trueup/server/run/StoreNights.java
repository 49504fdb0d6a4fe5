package org.trueup.server.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.feed.FeedResult;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightRequest;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PastReports;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

/** Nights in the opened store: the feed job, then the night job. */
@Component
final class StoreNights implements Nights {
    private final FeedLoader feeds;
    private final Nightly nightly;
    private final PastReports past;

    StoreNights(FeedLoader feeds, Nightly nightly, PastReports past) {
        this.feeds = feeds;
        this.nightly = nightly;
        this.past = past;
    }

    @Override
    public NightResult run(NightOrder order, NightProgress progress) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Path feed = order.feed();
        if (feed != null) {
            FeedResult loaded = feeds.load(new FeedRequest(feed, order.maxRejectPercent(), new FeedLines(progress)));
            Duration taken = loaded.steps().values().stream().reduce(Duration.ZERO, Duration::plus);
            seconds.put("feed", taken.toMillis() / 1000.0);
        }
        return nightly.run(
                new NightRequest(order.asOf(), order.reports(), vendor(order.vendor()), false, seconds, order.quiet()),
                progress);
    }

    @Override
    public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
        return nightly.preview(date, reports, progress);
    }

    @Override
    public Path report(LocalDate asOf, Path reports, NightProgress progress) {
        return past.write(asOf, reports, progress);
    }

    @Override
    public Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
        return past.writeTenants(asOf, tenants, reports);
    }

    private static @Nullable Vendor vendor(@Nullable String name) {
        return name == null ? null : new Vendor(name);
    }

    /** The store's context closes it. */
    @Override
    public void close() {}

    /** Tells a feed's progress by files: how many lines there are is known only at the end of each. */
    private static final class FeedLines implements FeedProgress {
        private final NightProgress progress;
        private String current = "";

        private FeedLines(NightProgress progress) {
            this.progress = progress;
        }

        @Override
        public void step(String name) {
            current = "";
            if (!name.startsWith("read ")) {
                progress.phase("Feed: " + name, "", 0);
            }
        }

        @Override
        public void read(String file, long lines, double share) {
            if (!file.equals(current)) {
                current = file;
                progress.phase("Feed: reading " + file, "lines", 0);
            }
            progress.reached(lines);
        }

        @Override
        public void note(String sentence) {
            progress.note(sentence);
        }
    }
}
