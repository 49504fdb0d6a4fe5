package org.trueup.batch.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the store keeps it.
 *
 * @param vendor none for all vendors
 * @param preview a look at a coming date, which never counts
 * @param startedBy who had a server start it; none for a command
 * @param reason why it failed or was stopped, as a sentence
 * @param feedFolder the feed that it was to load first; none where it decided the facts that were there
 * @param feed number of the feed whose facts it decided, or which it could not load; none where there is none
 * @param feedLoaded whether that feed was loaded
 * @param rejectedLines of that feed
 * @param counts whether it counts for its date, for one vendor at least
 * @param seconds by phase, in their order
 */
public record StoredRun(
        int number,
        LocalDate asOf,
        @Nullable String vendor,
        boolean preview,
        Status status,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        @Nullable String feedFolder,
        @Nullable Integer feed,
        boolean feedLoaded,
        long tenantsRead,
        long tenantsDecided,
        long tenantsNotDecided,
        long rejectedLines,
        boolean counts,
        Map<String, Double> seconds) {

    /** How far a run is. */
    public enum Status {
        /** Its feed is being loaded. */
        ANNOUNCED,
        RUNNING,
        COMPLETE,
        FAILED,
        /** What it counted does not add up; it never counts. */
        INCOMPLETE,
        /** Its program was stopped in the middle; the next server runs it again. */
        STOPPED;

        public boolean ended() {
            return this != ANNOUNCED && this != RUNNING;
        }
    }
}
