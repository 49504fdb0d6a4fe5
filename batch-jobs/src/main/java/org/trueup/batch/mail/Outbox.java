package org.trueup.batch.mail;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The mails in the store. Queueing belongs to the caller's transaction; every step of sending is a committed one of its
 * own, whatever the caller is in, so that a program that dies leaves behind how far it came.
 */
final class Outbox {
    private static final int A_REASON = 1_000;

    private final JdbcClient sql;
    private final TransactionOperations alone;

    /** @param alone begins a transaction of its own each time */
    Outbox(JdbcClient sql, TransactionOperations alone) {
        this.sql = sql;
        this.alone = alone;
    }

    /** Queues the mails of a night in place of those that wait or were refused; whoever was sent one gets no other. */
    void replace(LocalDate asOf, List<QueuedMail> mails) {
        sql.sql("DELETE FROM mail_outbox WHERE as_of = ? AND state IN ('WAITING', 'REFUSED')")
                .param(asOf)
                .update();
        for (QueuedMail mail : mails) {
            String problem = MailAddress.problem(mail.address());
            Path workbook = mail.workbook();
            sql.sql("INSERT INTO mail_outbox (mail_key, as_of, kind, person, address, subject, body, workbook, state,"
                            + " reason, queued_at, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())"
                            + " ON DUPLICATE KEY UPDATE mail_key = mail_key")
                    .params(mail.key().digits(), mail.asOf(), mail.kind().name(), mail.person(), mail.address())
                    .params(mail.subject(), mail.body(), workbook == null ? null : workbook.toString())
                    .params(problem == null ? "WAITING" : "REFUSED", problem)
                    .update();
        }
    }

    /**
     * Claims the next mail after a number that waits, or that a dead program was sending; none when there is none. What a
     * night at work has queued and not committed is passed over.
     *
     * @param only mails of this night; none means all
     */
    Optional<ClaimedMail> claim(String claim, int after, @Nullable LocalDate only) {
        return alone.execute(status -> {
            Optional<ClaimedMail> next = sql.sql(
                            "SELECT mail_no, mail_key, as_of, person, address, subject, body, workbook FROM mail_outbox"
                                    + " WHERE mail_no > ? AND state IN ('WAITING', 'SENDING') AND as_of = COALESCE(?, as_of)"
                                    + " ORDER BY mail_no LIMIT 1 FOR UPDATE SKIP LOCKED")
                    .params(after, only)
                    .query((row, number) -> mail(claim, row))
                    .optional();
            next.ifPresent(mail -> sql.sql("UPDATE mail_outbox SET state = 'SENDING', claim = ?, tries = tries + 1,"
                            + " changed_at = UTC_TIMESTAMP() WHERE mail_no = ?")
                    .params(claim, mail.number())
                    .update());
            return next;
        });
    }

    private static ClaimedMail mail(String claim, ResultSet row) throws SQLException {
        String workbook = row.getString("workbook");
        return new ClaimedMail(
                row.getInt("mail_no"),
                claim,
                new MailKey(row.getString("mail_key")),
                row.getObject("as_of", LocalDate.class),
                row.getString("person"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                workbook == null ? null : Path.of(workbook));
    }

    /** The server has the whole mail and answers next; false when another program has claimed it meanwhile. */
    boolean handedOver(ClaimedMail mail) {
        return become(mail, "HANDED_OVER", null);
    }

    void sent(ClaimedMail mail) {
        become(mail, "SENT", null);
    }

    /** Tried again later. */
    void waits(ClaimedMail mail, String reason) {
        become(mail, "WAITING", reason);
    }

    /** Not tried again. */
    void refused(ClaimedMail mail, String reason) {
        become(mail, "REFUSED", reason);
    }

    /** The server may have it: not tried again, so that nobody gets it twice. */
    void unconfirmed(ClaimedMail mail, String reason) {
        become(mail, "HANDED_OVER", reason);
    }

    private boolean become(ClaimedMail mail, String state, @Nullable String reason) {
        return alone.execute(
                        status -> sql.sql("UPDATE mail_outbox SET state = ?, reason = ?, changed_at = UTC_TIMESTAMP()"
                                        + " WHERE mail_no = ? AND claim = ? AND state IN ('SENDING', 'HANDED_OVER')")
                                .params(
                                        state,
                                        reason == null ? null : OneLine.of(reason, A_REASON),
                                        mail.number(),
                                        mail.claim())
                                .update())
                == 1;
    }

    /** How many mails have a state, of one night or of all. */
    long count(String state, @Nullable LocalDate only) {
        return sql.sql("SELECT COUNT(*) FROM mail_outbox WHERE state = ? AND as_of = COALESCE(?, as_of)")
                .params(state, only)
                .query(Long.class)
                .single();
    }

    /** The mails of a night that have a state, for people. */
    List<MailReport.Held> held(String state, @Nullable LocalDate night) {
        return sql.sql("SELECT person, address, reason FROM mail_outbox WHERE state = ? AND as_of = ? ORDER BY mail_no")
                .params(state, night)
                .query((row, number) -> new MailReport.Held(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The latest night that queued any mail. */
    Optional<LocalDate> latestNight() {
        return sql.sql("SELECT MAX(as_of) FROM mail_outbox")
                .query(LocalDate.class)
                .optional();
    }
}
