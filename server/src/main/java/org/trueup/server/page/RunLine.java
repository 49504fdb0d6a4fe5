package org.trueup.server.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.StoredRun;

/** A run as it is shown. */
record RunLine(StoredRun run) {

    public int number() {
        return run.number();
    }

    public String night() {
        return Words.day(run.asOf()) + (run.preview() ? ", a look ahead" : "");
    }

    public String vendor() {
        return run.vendor() == null ? "all" : run.vendor();
    }

    public Word status() {
        return switch (run.status()) {
            case ANNOUNCED -> new Word("◆ Waiting", "CARE");
            case RUNNING -> new Word("◆ At work", "CARE");
            case COMPLETE -> new Word("○ Complete", "GOOD");
            case FAILED -> new Word("■ Failed", "BAD");
            case INCOMPLETE -> new Word("■ Does not add up", "BAD");
            case STOPPED -> new Word("▲ Stopped", "CARE");
        };
    }

    public boolean atWork() {
        return !run.status().ended();
    }

    public boolean restartable() {
        return run.status().ended() && run.status() != StoredRun.Status.COMPLETE;
    }

    public String by() {
        return run.startedBy() == null ? "a command" : run.startedBy();
    }

    public String started() {
        return Words.minute(run.startedAt());
    }

    /** For example 12 s; empty while it is at work. */
    public String took() {
        Instant finished = run.finishedAt();
        if (finished == null) {
            return "";
        }
        long seconds = Duration.between(run.startedAt(), finished).toSeconds();
        return seconds < 120 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }

    /** The feed by its folder's last name; none where none was to be loaded. */
    public @Nullable String feed() {
        String folder = run.feedFolder();
        return folder == null ? null : folder.replaceFirst(".*[/\\\\]", "");
    }

    /** Seconds by phase. */
    public Map<String, String> phases() {
        Map<String, String> phases = new LinkedHashMap<>();
        run.seconds()
                .forEach((phase, seconds) ->
                        phases.put(Words.spoken(phase), String.format(Locale.ENGLISH, "%.1f s", seconds)));
        return phases;
    }
}
