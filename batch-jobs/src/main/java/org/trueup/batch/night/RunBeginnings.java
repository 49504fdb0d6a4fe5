package org.trueup.batch.night;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.range.Ranges;

/** Begins runs, and goes on with those that were interrupted where nothing that their answers depend on has changed. */
final class RunBeginnings {
    private final NightRuns runs;
    private final NightBases bases;
    private final NightExecutions executions;
    private final Ranges ranges;
    private final RunningNights running;
    private final InterruptedRuns interrupted;

    RunBeginnings(NightRuns runs, NightExecutions executions, Ranges ranges, RunningNights running, JdbcClient sql) {
        this.runs = runs;
        this.bases = new NightBases(sql);
        this.executions = executions;
        this.ranges = ranges;
        this.running = running;
        this.interrupted = new InterruptedRuns(sql);
    }

    /** A run that may decide now; {@code tenantsDecided} of its tenants are decided already. */
    record Beginning(int run, long tenantsDecided) {}

    /**
     * Makes sure that an announced run is still this program's: while the database was away, another one may have gone on
     * with it. The caller holds the store's lock.
     *
     * @throws NightTakenOver if it is not
     */
    void renew(int run, LocalDate asOf) {
        boolean ours = switch (runs.status(run)) {
            case ANNOUNCED, RUNNING -> true;
            // another program noted that it was interrupted, and did not go on with it
            case STOPPED -> interrupted.take(run);
            case COMPLETE -> running.hasPublished(run);
            case FAILED, INCOMPLETE -> false;
        };
        if (!ours) {
            throw NightTakenOver.ended(asOf, run);
        }
    }

    Beginning begin(NightRequest request, PolicyEngines policies, NightProgress progress) {
        Integer counting = request.announced();
        if (counting != null && runs.isComplete(counting)) {
            // it counts, and its files are in place; the database went away before all was written down
            long tenants = executions
                    .goOn(counting)
                    .map(NightExecutions.Standing::tenants)
                    .orElse(0L);
            return new Beginning(counting, tenants);
        }
        NightBasis now = bases.now(request.asOf(), policies.versionsOn(request.asOf()));
        Integer announced = request.announced();
        NightBasis before = announced == null ? null : bases.of(announced).orElse(null);
        if (announced != null && before != null) {
            return again(announced, request, before, now, progress);
        }
        int run = runs.begin(request);
        if (!request.preview()) {
            interrupted.giveUpBefore(run, request.asOf(), request.vendor()).forEach(progress::note);
        }
        bases.keep(run, now);
        return new Beginning(run, 0);
    }

    private Beginning again(int run, NightRequest request, NightBasis before, NightBasis now, NightProgress progress) {
        // a worker may be at it still, since it does not know that the program that ran the night is no more
        ranges.beginAgain(run);
        String changed = interrupted.isOvertaken(run)
                ? "another run has come to its end meanwhile"
                : now.changedSince(before).orElse(null);
        NightExecutions.Standing standing =
                changed == null ? executions.goOn(run).orElse(null) : null;
        if (standing != null) {
            progress.note("Going on with the night of %s that was interrupted: %d of %d ranges are decided already."
                    .formatted(request.asOf(), standing.decided(), standing.ranges()));
            runs.begin(request);
            return new Beginning(run, standing.tenants());
        }
        progress.note("The night of %s that was interrupted is decided anew, since %s."
                .formatted(request.asOf(), changed == null ? "it had hardly begun" : changed));
        executions.forget(run);
        runs.dropResults(run);
        runs.begin(request);
        bases.keep(run, now);
        return new Beginning(run, 0);
    }
}
