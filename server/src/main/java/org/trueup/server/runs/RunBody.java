package org.trueup.server.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.StoredRun;

/**
 * A run over HTTP.
 *
 * @param feed the folder that it was to load, by its last name
 * @param countsForItsDate whether positions of its date are this run's
 * @param statuses tenants by vendor and status, as its night counted them; only of a single run that made a night's files
 * @param counted what was counted, and where: of one thing everywhere the same, unless the run is incomplete; only of a
 *     single run that was added up
 * @param seconds by phase
 * @param now how far it is; only while this server does it
 */
record RunBody(
        int run,
        LocalDate asOf,
        @Nullable String vendor,
        boolean preview,
        StoredRun.Status status,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        @Nullable String feed,
        long tenantsRead,
        long tenantsDecided,
        long tenantsNotDecided,
        long rejectedLines,
        boolean countsForItsDate,
        @Nullable Map<String, Map<String, Long>> statuses,
        @Nullable Map<String, Map<String, Long>> counted,
        Map<String, Double> seconds,
        @Nullable RunProgress now) {

    static RunBody of(
            StoredRun run,
            @Nullable Map<String, Map<String, Long>> statuses,
            @Nullable Map<String, Map<String, Long>> counted,
            @Nullable RunProgress now) {
        return new RunBody(
                run.number(),
                run.asOf(),
                run.vendor(),
                run.preview(),
                run.status(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.reason(),
                lastName(run.feedFolder()),
                run.tenantsRead(),
                run.tenantsDecided(),
                run.tenantsNotDecided(),
                run.rejectedLines(),
                run.counts(),
                statuses,
                counted,
                run.seconds(),
                now);
    }

    /** Where the operator keeps feeds is nobody else's business. */
    private static @Nullable String lastName(@Nullable String folder) {
        return folder == null ? null : folder.replaceFirst(".*[/\\\\]", "");
    }
}
