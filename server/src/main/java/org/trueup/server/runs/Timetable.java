package org.trueup.server.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** When nights are due, by a cron expression in UTC. */
final class Timetable {
    private static final List<Duration> LOOKING_BACK =
            List.of(Duration.ofHours(25), Duration.ofDays(8), Duration.ofDays(32), Duration.ofDays(370));
    private static final int FIELDS_WITH_SECONDS = 6;

    private final CronExpression cron;

    private Timetable(CronExpression cron) {
        this.cron = cron;
    }

    /** @param text five fields as crontab has them, or six with seconds in front */
    static Timetable of(String text) {
        String stripped = text.strip();
        String fields = stripped.startsWith("@") || stripped.split("\\s+").length >= FIELDS_WITH_SECONDS
                ? stripped
                : "0 " + stripped;
        try {
            return new Timetable(CronExpression.parse(fields));
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(
                    "trueup.schedule.cron", text, "a cron expression like 0 2 * * * (every day at 02:00 UTC)");
        }
    }

    /** The last time at or before a moment at which a night was due; none within a year. */
    Optional<Instant> lastDue(Instant now) {
        for (Duration back : LOOKING_BACK) {
            OffsetDateTime last = null;
            OffsetDateTime next = cron.next(now.minus(back).atOffset(ZoneOffset.UTC));
            while (next != null && !next.toInstant().isAfter(now)) {
                last = next;
                next = cron.next(next);
            }
            if (last != null) {
                return Optional.of(last.toInstant());
            }
        }
        return Optional.empty();
    }

    /** The next time after a moment; none when never again. */
    Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(cron.next(now.atOffset(ZoneOffset.UTC))).map(OffsetDateTime::toInstant);
    }

    /** The night of a due time: that of its day. */
    static LocalDate night(Instant due) {
        return LocalDate.ofInstant(due, ZoneOffset.UTC);
    }
}
