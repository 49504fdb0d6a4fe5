package org.trueup.batch.mail;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox that this program alone may send now.
 *
 * @param claim tells this program's round from all others
 */
record ClaimedMail(
        int number,
        String claim,
        MailKey key,
        LocalDate asOf,
        String person,
        String address,
        String subject,
        String body,
        @Nullable Path workbook) {}
