package org.trueup.batch.mail;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param asOf the night that queued it
 * @param person the name of whom it is for
 * @param address as the feed gave it; it may be one that no mail can go to
 * @param workbook to be attached; none where there is none
 */
record QueuedMail(
        MailKey key,
        LocalDate asOf,
        MailKind kind,
        String person,
        String address,
        String subject,
        String body,
        @Nullable Path workbook) {
    /** What the outbox holds. */
    private static final int MOST_CHARACTERS = 320;

    QueuedMail {
        person = OneLine.of(person, MOST_CHARACTERS);
        address = OneLine.of(address, MOST_CHARACTERS);
        subject = OneLine.of(subject, MOST_CHARACTERS);
    }
}
