package org.trueup.batch.mail;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a store, and a postman for it. */
final class MailStore {
    static final LocalDate NIGHT = LocalDate.parse("2026-11-21");
    private static final long A_LIMIT = 100_000;

    private final DataSource database;
    private final Outbox outbox;
    private final JdbcClient sql;

    MailStore(DataSource database) {
        this.database = database;
        this.sql = JdbcClient.create(database);
        TransactionTemplate alone = new TransactionTemplate(new JdbcTransactionManager(database));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outbox = new Outbox(sql, alone);
    }

    Outbox outbox() {
        return outbox;
    }

    /** A postman for the server at a port of this machine. */
    Postman postman(int port) {
        MailSettings settings = new MailSettings(true, "trueup@example.com", "help@example.com", A_LIMIT, null);
        return new Postman(settings, FailedDeliveryTest.sender(port), outbox, database);
    }

    static QueuedMail to(String person, String address, @Nullable Path workbook) {
        return new QueuedMail(
                MailKey.ofNight(NIGHT, person, address),
                NIGHT,
                MailKind.ACCOUNT_MANAGER,
                person,
                address,
                "Licences for " + person,
                "Hello " + person + "\n",
                workbook);
    }

    void queue(QueuedMail... mails) {
        outbox.replace(NIGHT, List.of(mails));
    }

    /** Each mail's address, state and tries, in the order they were queued. */
    List<String> states() {
        return sql.sql("SELECT address, state, tries FROM mail_outbox ORDER BY mail_no")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3))
                .list();
    }

    void become(String state, String address) {
        sql.sql("UPDATE mail_outbox SET state = ?, claim = 'a dead program', tries = 1 WHERE address = ?")
                .params(state, address)
                .update();
    }
}
