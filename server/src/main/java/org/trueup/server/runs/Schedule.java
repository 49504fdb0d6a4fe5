package org.trueup.server.runs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.store.StoreException;
import org.trueup.server.problem.Refusal;

/**
 * Runs the night of the day when it is due. It looks again and again whether the last due time was seen to, so that a night
 * that no server was there for is caught up once, and one that was due while another was at work follows it.
 */
@Component
public class Schedule {
    /** Who is said to have started its runs. */
    static final String WHO = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final long EVERY_MILLIS = 10_000;

    private final @Nullable Timetable timetable;
    private final @Nullable Path feed;
    private final DueTimes dueTimes;
    private final Runs runs;
    private final RunViews views;
    private final Clock clock;

    Schedule(
            @Value("${trueup.schedule.cron:}") String cron,
            @Value("${trueup.schedule.feed:}") String feed,
            DueTimes dueTimes,
            Runs runs,
            RunViews views,
            Clock clock) {
        this.timetable = cron.isBlank() ? null : Timetable.of(cron);
        this.feed = feed.isBlank() ? null : Path.of(feed.strip()).toAbsolutePath();
        this.dueTimes = dueTimes;
        this.runs = runs;
        this.views = views;
        this.clock = clock;
    }

    /** When the next night is due; none where nothing is scheduled. */
    public Optional<Instant> next() {
        return timetable == null ? Optional.empty() : timetable.nextDue(clock.instant());
    }

    /** For how long the last due night has been waiting; zero where it is seen to. */
    Duration overdue() {
        Instant now = clock.instant();
        return lastDue(now)
                .filter(due -> !dueTimes.none() && !dueTimes.settled(due))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    private Optional<Instant> lastDue(Instant now) {
        return timetable == null ? Optional.empty() : timetable.lastDue(now);
    }

    @Scheduled(initialDelay = EVERY_MILLIS / 2, fixedDelay = EVERY_MILLIS)
    void look() {
        try {
            Instant now = clock.instant();
            lastDue(now).ifPresent(due -> see(due, now));
        } catch (DataAccessException | StoreException e) {
            LOG.warn("The schedule could not be looked at and is looked at again: {}", e.getMessage());
        }
    }

    private void see(Instant due, Instant now) {
        if (dueTimes.settled(due)) {
            return;
        }
        // a schedule that was set up after its first due time did not miss it
        boolean first = dueTimes.none();
        LocalDate night = Timetable.night(due);
        if (first || views.ranSince(night, due)) {
            if (dueTimes.take(due, now)) {
                dueTimes.nothingToDo(due);
            }
        } else if (runs.nobodyAtWork() && dueTimes.take(due, now)) {
            begin(due, night);
        }
    }

    private void begin(Instant due, LocalDate night) {
        boolean begun = false;
        try {
            int run = runs.begin(WHO, "START_RUN", night, null, feed).number();
            begun = true;
            dueTimes.begun(due, run);
            LOG.info("The night of {} is due and begins as run {}", night, run);
        } catch (Refusal notNow) {
            LOG.info("The night of {} is due and waits: {}", night, notNow.getMessage());
        } finally {
            if (!begun) {
                dueTimes.giveBack(due);
            }
        }
    }
}
