package org.trueup.server.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.mail.MailReport;

/** The mails that wait in an opened store. Closing it closes the store. */
public interface Mails extends AutoCloseable {

    /**
     * Sends what waits, each mail once.
     *
     * @param only mails of this night; none sends those of all nights
     * @throws RuntimeException when the store cannot be used; a mail that cannot be sent is told in the report
     */
    MailReport send(@Nullable LocalDate only);

    @Override
    void close();
}
