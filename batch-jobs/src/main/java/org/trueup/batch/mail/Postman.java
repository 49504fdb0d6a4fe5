package org.trueup.batch.mail;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.trueup.batch.store.NamedLock;

/** Sends what waits in the outbox, one program at a time. */
public final class Postman {
    private final MailSettings settings;
    private final @Nullable JavaMailSenderImpl sender;
    private final Outbox outbox;
    private final DataSource database;

    /** @param sender none where the program is not set up to send mail */
    Postman(MailSettings settings, @Nullable JavaMailSenderImpl sender, Outbox outbox, DataSource database) {
        this.settings = settings;
        this.sender = sender;
        this.outbox = outbox;
        this.database = database;
    }

    /** Whether this program is set up to send mail at all. */
    public boolean wanted() {
        return settings.wanted() && sender != null;
    }

    /**
     * Sends what waits, each mail once. A mail that cannot be sent is told in the report, and nothing is thrown for it.
     *
     * @param only mails of this night; none sends those of all nights
     */
    public MailReport send(@Nullable LocalDate only) {
        JavaMailSenderImpl server = sender;
        if (!wanted() || server == null) {
            return MailReport.NOTHING;
        }
        if (settings.problem() != null) {
            return report(0, settings.problem(), only);
        }
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.MAIL)) {
            if (lock == null) {
                return report(0, "another program is sending mail just now", only);
            }
            MailRound round = new MailRound(server, new MailComposer(settings), outbox, lock);
            round.walk(only);
            return report(round.sent(), round.why(), only);
        }
    }

    private MailReport report(long sent, @Nullable String why, @Nullable LocalDate only) {
        LocalDate night = only == null ? outbox.latestNight().orElse(null) : only;
        long waiting = outbox.count("WAITING", only) + outbox.count("SENDING", only);
        return new MailReport(
                sent,
                waiting,
                waiting == 0 ? null : why,
                night == null ? List.of() : outbox.held("REFUSED", night),
                night == null ? List.of() : outbox.held("HANDED_OVER", night));
    }
}
