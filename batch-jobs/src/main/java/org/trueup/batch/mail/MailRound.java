package org.trueup.batch.mail;

import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.TransactionException;
import org.trueup.batch.store.NamedLock;

/** One walk through the mails that wait, each of which is tried once. */
final class MailRound {
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final String claim = UUID.randomUUID().toString();
    private final JavaMailSenderImpl sender;
    private final MailComposer composer;
    private final Outbox outbox;
    private final NamedLock lock;
    private long sent;
    private @Nullable String why;

    /** @param lock keeps other programs from sending, so that a mail that is being sent is a dead program's */
    MailRound(JavaMailSenderImpl sender, MailComposer composer, Outbox outbox, NamedLock lock) {
        this.sender = sender;
        this.composer = composer;
        this.outbox = outbox;
        this.lock = lock;
    }

    /** @param only mails of this night; none sends those of all nights */
    void walk(@Nullable LocalDate only) {
        int after = 0;
        boolean goOn = true;
        while (goOn && lock.stillHeld()) {
            Optional<ClaimedMail> next = outbox.claim(claim, after, only);
            if (next.isEmpty()) {
                return;
            }
            after = next.get().number();
            goOn = settle(next.get(), deliver(next.get()));
        }
    }

    long sent() {
        return sent;
    }

    /** Why what waits still waits, as the server told it last; none where everything went. */
    @Nullable
    String why() {
        return why;
    }

    private Delivery deliver(ClaimedMail mail) {
        OutgoingMail message;
        try {
            message = composer.compose(mail, sender.getSession(), () -> handOver(mail));
        } catch (MessagingException e) {
            return new Delivery.Refused("no mail could be made of it: " + e.getMessage());
        }
        try {
            sender.send(message);
            return new Delivery.Accepted();
        } catch (MailException e) {
            LOG.info("Mail {} was not sent: {}", mail.number(), e.getMessage());
            return FailedDelivery.of(e, message.handedOver());
        }
    }

    /** Where the store cannot be told, the server must not have the mail either. */
    private boolean handOver(ClaimedMail mail) {
        try {
            return outbox.handedOver(mail);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The store could not be told that mail {} is handed over", mail.number(), e);
            return false;
        }
    }

    /** Whether others may fare better. */
    private boolean settle(ClaimedMail mail, Delivery delivery) {
        if (delivery instanceof Delivery.Later later) {
            outbox.waits(mail, later.reason());
            why = later.reason();
            return !later.others();
        }
        if (delivery instanceof Delivery.Unconfirmed unconfirmed) {
            outbox.unconfirmed(mail, unconfirmed.reason());
            why = unconfirmed.reason();
            return false;
        }
        if (delivery instanceof Delivery.Refused refused) {
            outbox.refused(mail, refused.reason());
        } else {
            outbox.sent(mail);
            sent++;
        }
        return true;
    }
}
