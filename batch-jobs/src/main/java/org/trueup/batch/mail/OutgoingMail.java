package org.trueup.batch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * A message that says when the whole of it has been written, which is just before the server is asked whether it takes
 * it. Its Message-ID is always the same, so that receivers can tell a mail that came twice.
 */
final class OutgoingMail extends MimeMessage {
    private final String id;
    private final BooleanSupplier handOver;
    private boolean handedOver;

    /** @param handOver notes that the server has the message from now on; false when it must not have it after all */
    OutgoingMail(Session session, String id, BooleanSupplier handOver) {
        super(session);
        this.id = id;
        this.handOver = handOver;
    }

    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        out.flush();
        if (!handOver.getAsBoolean()) {
            // Jakarta Mail breaks the connection, and the server forgets the message
            throw new IOException("the mail is another program's by now");
        }
        handedOver = true;
    }
}
