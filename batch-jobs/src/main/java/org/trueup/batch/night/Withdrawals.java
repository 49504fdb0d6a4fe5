package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.batch.store.AtWork;
import org.trueup.batch.store.NamedLock;
import org.trueup.batch.store.ProgramUser;

/** Takes nights back that should not have been run, as those of a mistyped date: they stop counting, as if they had failed. */
public final class Withdrawals {
    private final DataSource database;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final NightRuns runs;

    Withdrawals(DataSource database, JdbcClient sql, PlatformTransactionManager transactions, NightRuns runs) {
        this.database = database;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
    }

    /**
     * A night that was taken back.
     *
     * @param mails those about it that waited to be sent and are not sent any more
     * @param mailsSent those that people have got already
     * @param later nights of later dates that were decided while it counted, the first first: each says who is over since when
     *     by the night before it
     */
    public record Withdrawn(LocalDate asOf, int mails, long mailsSent, List<LocalDate> later) {}

    /**
     * Takes the night of a date back and drops its results; its runs stay, with what they counted and who took them back.
     *
     * @throws NightException in one sentence, when there is no such night or somebody is at work on the store
     */
    public Withdrawn withdraw(LocalDate asOf) {
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS)) {
            if (lock == null) {
                throw new NightException(
                        AtWork.words(database) + "; withdraw the night of " + asOf + " when that has ended.");
            }
            if (runs.counting(asOf).isEmpty()) {
                throw runs.noSuchNight(asOf);
            }
            List<LocalDate> later = laterDecidedAfter(asOf);
            long sent = mails(asOf, "SENT", "HANDED_OVER", "SENDING");
            Integer unsent = transaction.execute(status -> letGo(asOf));
            runs.dropWhatCountsForNothing();
            return new Withdrawn(asOf, unsent == null ? 0 : unsent, sent, later);
        }
    }

    /** What was interrupted on the same night would count when somebody went on with it. */
    private int letGo(LocalDate asOf) {
        sql.sql("UPDATE night_run SET status = 'FAILED', ended_because ="
                        + " CONCAT('Its night was withdrawn on ', UTC_DATE(), ' by ', ?, '.')"
                        + " WHERE (run_id IN (SELECT run_id FROM night WHERE as_of = ?))"
                        + " OR (as_of = ? AND status IN ('STOPPED', 'ANNOUNCED') AND NOT preview)")
                .params(ProgramUser.name(), asOf, asOf)
                .update();
        sql.sql("DELETE FROM night WHERE as_of = ?").param(asOf).update();
        return sql.sql("DELETE FROM mail_outbox WHERE as_of = ? AND state = 'WAITING'")
                .param(asOf)
                .update();
    }

    private List<LocalDate> laterDecidedAfter(LocalDate asOf) {
        return sql.sql("SELECT DISTINCT as_of FROM night WHERE as_of > ?"
                        + " AND run_id > (SELECT MIN(run_id) FROM night WHERE as_of = ?) ORDER BY as_of")
                .params(asOf, asOf)
                .query(LocalDate.class)
                .list();
    }

    private long mails(LocalDate asOf, String... states) {
        return sql.sql("SELECT COUNT(*) FROM mail_outbox WHERE as_of = :night AND state IN (:states)")
                .param("night", asOf)
                .param("states", List.of(states))
                .query(Long.class)
                .single();
    }
}
