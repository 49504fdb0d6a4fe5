package org.trueup.batch.night;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.trueup.batch.mail.NightMail;
import org.trueup.spreadsheets.report.NightReports;
import org.trueup.spreadsheets.report.ReportProgress;

/**
 * Lets a run count, queues its mails and writes its files, in the step's one transaction: when the files cannot be
 * written, the run before goes on to count, and the files take their place only when nothing else is left to fail.
 */
record ReportWriting(
        NightRuns runs, StoredNights nights, RunningNights running, NightMail mail, NightExecutions executions)
        implements Tasklet {
    private static final Duration AWAKE = Duration.ofSeconds(20);

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightParameters night = NightParameters.of(context);
        running.verify(night.run());
        if (night.preview()) {
            runs.complete(night.run());
        } else {
            runs.letCount(night.run(), night.asOf(), night.everyone());
        }
        StoredNight outcome = nights.of(night);
        if (!night.preview()) {
            outcome.keepTally();
        }
        NightProgress progress = running.progress(night.run());
        Telling telling = new Telling(night.run(), outcome, progress);
        if (tellsPeople(night)) {
            mail.queue(outcome, night.folder(), telling::keepAwake).forEach(progress::note);
        }
        progress.phase("Writing reports", "tenants", outcome.tenants());
        new NightReports()
                .write(
                        outcome,
                        night.reports(),
                        NightSteps.seconds(executions.steps(night.run()), running.secondsBefore(night.run())),
                        telling);
        running.published(night.run());
        return RepeatStatus.FINISHED;
    }

    /** Tells how far the writing is; the files take their place only while this run's transaction is alive and its lock held. */
    private final class Telling implements ReportProgress {
        private final int run;
        private final StoredNight outcome;
        private final NightProgress progress;
        private final AtomicLong written = new AtomicLong();
        private long asked = System.nanoTime();

        Telling(int run, StoredNight outcome, NightProgress progress) {
            this.run = run;
            this.outcome = outcome;
            this.progress = progress;
        }

        @Override
        public void advanced(int tenants) {
            keepAwake();
            progress.reached(written.addAndGet(tenants));
        }

        /** Tenants are read over other connections meanwhile, and MariaDB ends one that says nothing for long. */
        private void keepAwake() {
            if (System.nanoTime() - asked > AWAKE.toNanos()) {
                runs.requireAlive();
                asked = System.nanoTime();
            }
        }

        @Override
        public void whole() {
            outcome.keepReckoning();
            running.verify(run);
            runs.requireAlive();
        }
    }

    private boolean tellsPeople(NightParameters night) {
        return mail.wanted() && !night.quiet() && runs.isLatestNight(night.asOf());
    }
}
