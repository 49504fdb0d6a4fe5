package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.trueup.batch.mail.MailReport;
import org.trueup.batch.mail.Postman;

/** Sends the mails that wait. The night counts already, and nothing that happens here changes that. */
record MailSending(Postman postman, NightRuns runs, RunningNights running) implements Tasklet {

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightParameters night = NightParameters.of(context);
        if (postman.wanted() && !night.quiet() && runs.isLatestNight(night.asOf())) {
            NightProgress progress = running.progress(night.run());
            progress.phase("Sending mail", "", 0);
            String told = told();
            if (!told.isEmpty()) {
                progress.note(told);
            }
        }
        return RepeatStatus.FINISHED;
    }

    private String told() {
        try {
            MailReport report = postman.send(null);
            boolean somebodyMissed =
                    !report.refused().isEmpty() || !report.unconfirmed().isEmpty();
            return report.sentence() + (somebodyMissed ? " \"trueup mail\" says which and why." : "");
        } catch (DataAccessException | TransactionException e) {
            return "The mails wait, since the store could not be used: " + e.getMessage();
        }
    }
}
