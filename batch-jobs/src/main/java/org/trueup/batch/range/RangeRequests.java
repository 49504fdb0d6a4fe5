package org.trueup.batch.range;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ranges that nights ask for, as all see them. */
final class RangeRequests {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    RangeRequests(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Asks for ranges, all at once. */
    void ask(Collection<StepExecution> ranges, String program) {
        transaction.executeWithoutResult(status -> {
            for (StepExecution range : ranges) {
                sql.sql("INSERT INTO range_request (step_execution_id, job_execution_id, run_id, program)"
                                + " VALUES (?, ?, ?, ?)")
                        .params(
                                range.getId(),
                                range.getJobExecutionId(),
                                RangeKey.of(range).run(),
                                program)
                        .update();
            }
        });
    }

    /** How many are asked for by a job still, whether somebody does them or not. */
    int left(long jobExecution) {
        return sql.sql("SELECT COUNT(*) FROM range_request WHERE job_execution_id = ?")
                .param(jobExecution)
                .query(Integer.class)
                .single();
    }

    /** Takes back those of a run that nobody does; who does one takes it back when it is done. */
    void withdraw(int run) {
        transaction.executeWithoutResult(status -> {
            List<Long> free = sql.sql(
                            "SELECT step_execution_id FROM range_request WHERE run_id = ? FOR UPDATE SKIP LOCKED")
                    .param(run)
                    .query(Long.class)
                    .list();
            if (!free.isEmpty()) {
                String all = free.stream().map(String::valueOf).collect(Collectors.joining(", "));
                sql.sql("DELETE FROM range_request WHERE step_execution_id IN (" + all + ")")
                        .update();
            }
        });
    }

    /** Whether a job waits for its ranges: it has neither ended nor been stopped. */
    boolean isWanted(long jobExecution) {
        return isWanted(jobExecution, "");
    }

    /** The same; who stops the job or closes it after a crash waits for the caller's transaction. */
    boolean isWantedUntilCommit(long jobExecution) {
        return isWanted(jobExecution, " LOCK IN SHARE MODE");
    }

    private boolean isWanted(long jobExecution, String lock) {
        return sql.sql("SELECT STATUS = 'STARTED' FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID = ?" + lock)
                .param(jobExecution)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Dates of nights whose ranges wait for a program that is built otherwise. */
    List<String> ofOtherPrograms(String program) {
        return sql.sql("SELECT DISTINCT n.as_of FROM range_request r JOIN night_run n ON n.run_id = r.run_id"
                        + " JOIN BATCH_JOB_EXECUTION j ON j.JOB_EXECUTION_ID = r.job_execution_id AND j.STATUS = 'STARTED'"
                        + " WHERE r.program <> ? ORDER BY n.as_of")
                .param(program)
                .query(String.class)
                .list();
    }
}
