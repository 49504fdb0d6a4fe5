package org.trueup.batch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes messages of queued mails: plain text, and the workbook as an attachment where it is not too large. */
final class MailComposer {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ID_DIGITS = 40;
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private final MailSettings settings;

    MailComposer(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * A message ready to be sent.
     *
     * @param handOver told when the whole of it has been written
     */
    OutgoingMail compose(ClaimedMail mail, Session session, BooleanSupplier handOver) throws MessagingException {
        OutgoingMail message = new OutgoingMail(session, id(mail.key()), handOver);
        Path workbook = mail.workbook();
        Attachment attachment = workbook == null ? Attachment.NONE : attachment(workbook, mail);
        MimeMessageHelper helper = new MimeMessageHelper(message, workbook != null, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        if (settings.replyTo() != null) {
            helper.setReplyTo(settings.replyTo());
        }
        helper.setTo(address(mail));
        helper.setSubject(mail.subject());
        helper.setText(mail.body() + attachment.sentence());
        if (workbook != null && attachment.bytes() != null) {
            helper.addAttachment(workbook.getFileName().toString(), new ByteArrayResource(attachment.bytes()), EXCEL);
        }
        // nobody's absence note is to answer (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String id(MailKey key) {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        return "<" + key.digits().substring(0, ID_DIGITS) + ".trueup@" + domain + ">";
    }

    private static InternetAddress address(ClaimedMail mail) throws MessagingException {
        InternetAddress address = new InternetAddress(mail.address(), true);
        try {
            address.setPersonal(mail.person(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return address;
    }

    /**
     * A workbook as it goes with a mail.
     *
     * @param bytes none where it does not go
     * @param sentence what the text says of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Attachment(byte @Nullable [] bytes, String sentence) {
        static final Attachment NONE = new Attachment(null, "");
    }

    private Attachment attachment(Path workbook, ClaimedMail mail) {
        try {
            long size = Files.size(workbook);
            if (size <= settings.attachUpTo()) {
                return new Attachment(
                        Files.readAllBytes(workbook),
                        "\nAll of it is in the workbook attached, which is also at\n" + workbook + "\n");
            }
            return new Attachment(
                    null,
                    String.format(
                            Locale.ROOT,
                            "%nAll of it is in your workbook. It is too large for a mail (%.1f MB) and lies at%n%s%n",
                            size / MEGABYTE,
                            workbook));
        } catch (IOException e) {
            return new Attachment(
                    null,
                    "\nYour workbook could not be attached, since it is not at\n" + workbook
                            + "\nany more. Whoever runs Trueup makes it again with: trueup report --as-of "
                            + mail.asOf()
                            + "\n");
        }
    }
}
