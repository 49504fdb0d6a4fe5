package org.trueup.server.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.whatif.WhatIfResult;

/** One comparison of a workbook with the version in force, which goes on by itself. Safe for many threads. */
public final class WhatIfJob implements NightProgress {
    private final Edition edition;
    private final LocalDate asOf;
    private final String askedBy;
    private final Instant askedAt;
    private final Path workbook;
    private volatile Progress progress = new Progress(State.WAITING, "Waiting", "", 0, 0);
    private volatile @Nullable WhatIfResult result;
    private volatile @Nullable String failure;

    WhatIfJob(Edition edition, LocalDate asOf, String askedBy, Instant askedAt, Path workbook) {
        this.edition = edition;
        this.asOf = asOf;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.workbook = workbook;
    }

    /** How far a comparison is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param phase begins a sentence, for example {@code Comparing}
     * @param unit what is counted, in the plural; may be empty
     * @param total 0 where it is not known
     */
    public record Progress(State state, String phase, String unit, long done, long total) {}

    /** What is compared, as it was when it was asked for. */
    public Edition edition() {
        return edition;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Progress progress() {
        return progress;
    }

    /** What it came to; none until it is done. */
    public @Nullable WhatIfResult result() {
        return result;
    }

    /** Why it failed, a sentence; none unless it did. */
    public @Nullable String failure() {
        return failure;
    }

    /** The workbook of differences; there once it is done. */
    Path workbook() {
        return workbook;
    }

    boolean over() {
        return progress.state() == State.DONE || progress.state() == State.FAILED;
    }

    void done(WhatIfResult found) {
        result = found;
        long compared = found.tally().compared();
        progress = new Progress(State.DONE, "Done", "tenants", compared, compared);
    }

    void failed(String sentence) {
        failure = sentence;
        Progress last = progress;
        progress = new Progress(State.FAILED, last.phase(), last.unit(), last.done(), last.total());
    }

    @Override
    public void phase(String name, String unit, long total) {
        progress = new Progress(State.RUNNING, name, unit, 0, total);
    }

    @Override
    public void reached(long done) {
        Progress last = progress;
        progress = new Progress(State.RUNNING, last.phase(), last.unit(), done, last.total());
    }

    /** What a night would tell an operator is in the workbook here. */
    @Override
    public void note(String sentence) {}
}
