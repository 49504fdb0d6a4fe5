package org.trueup.server.runs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;

/** What an operator's monitoring should know of nights: how they stand now, and what the last one counted and took. */
@Component
class RunMetrics {
    private static final String DECIDING = "Deciding";

    private final MeterRegistry meters;
    private final RunViews views;
    private final MultiGauge tenants;
    private final AtomicReference<Instant> lastNight = new AtomicReference<>(Instant.EPOCH);

    RunMetrics(MeterRegistry meters, RunViews views, Runs runs, Schedule schedule, JdbcClient sql) {
        this.meters = meters;
        this.views = views;
        this.tenants = MultiGauge.builder("trueup.tenants")
                .description("Tenants of the latest night, by vendor and status")
                .register(meters);
        Gauge.builder("trueup.runs.at.work", runs, all -> all.live().isPresent() ? 1 : 0)
                .description("1 while this server does a run")
                .register(meters);
        Gauge.builder("trueup.night.tenants.per.second", runs, RunMetrics::decidedPerSecond)
                .description("Tenants decided a second by the night that is at work; 0 while none decides")
                .register(meters);
        Gauge.builder("trueup.schedule.overdue", schedule, due -> due.overdue().toSeconds())
                .baseUnit("seconds")
                .description("For how long the night that was due last has been waiting")
                .register(meters);
        Gauge.builder("trueup.mail.waiting", sql, RunMetrics::mailWaiting)
                .description("Mails in the outbox that were not sent yet")
                .register(meters);
        Gauge.builder("trueup.night.last", lastNight, last -> last.get().getEpochSecond())
                .baseUnit("seconds")
                .description("The as-of day of the latest night, in seconds since 1970")
                .register(meters);
    }

    private static double decidedPerSecond(Runs runs) {
        return runs.live()
                .map(LiveRun::now)
                .filter(now -> now.phase().equals(DECIDING))
                .map(RunProgress::perSecond)
                .orElse(0.0);
    }

    private static double mailWaiting(JdbcClient sql) {
        return sql.sql("SELECT COUNT(*) FROM mail_outbox WHERE state IN ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        views.latestNight().ifPresent(this::tell);
    }

    @EventListener
    void ended(RunThread.Ended ended) {
        views.find(ended.run()).ifPresent(run -> {
            meters.counter("trueup.runs", "status", run.status().name()).increment();
            if (run.feedFolder() != null) {
                meters.counter("trueup.feed.rejected.lines").increment(run.rejectedLines());
            }
            run.seconds()
                    .forEach((phase, seconds) -> Timer.builder("trueup.night.phase")
                            .description("What the phases of nights took")
                            .tag("phase", phase)
                            .register(meters)
                            .record(Duration.ofMillis(Math.round(seconds * TimeUnit.SECONDS.toMillis(1)))));
            views.tally(run.number())
                    .forEach((vendor, statuses) -> statuses.forEach((status, number) -> meters.counter(
                                    "trueup.night.decisions", "vendor", vendor, "status", worded(status))
                            .increment(number)));
        });
        views.latestNight().ifPresent(this::tell);
    }

    private void tell(StoredRun latest) {
        lastNight.set(latest.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Map.Entry<String, Map<String, Long>> vendor :
                views.tally(latest.number()).entrySet()) {
            vendor.getValue()
                    .forEach((status, number) -> rows.add(
                            MultiGauge.Row.of(Tags.of("vendor", vendor.getKey(), "status", worded(status)), number)));
        }
        tenants.register(rows, true);
    }

    private static String worded(String status) {
        return status.isEmpty() ? "NOT_DECIDED" : status;
    }
}
