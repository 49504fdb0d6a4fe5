package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the answers of a mail server mean for a mail. */
class FailedDeliveryTest {
    private static final MailSettings SETTINGS = new MailSettings(true, "trueup@example.com", null, 1_000_000, null);

    /** Sends one mail to a server that answers a command in a certain way. */
    private static Delivery whereTheServerAnswers(String command, String answer) throws IOException {
        try (ScriptedServer server = new ScriptedServer().answers(command, answer)) {
            return deliver(sender(server.port()), true);
        }
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return sender;
    }

    private static Delivery deliver(JavaMailSenderImpl sender, boolean ours) {
        ClaimedMail mail = new ClaimedMail(
                1,
                "claim",
                MailKey.ofNight(LocalDate.EPOCH, "Ada", "ada@example.com"),
                LocalDate.EPOCH,
                "Ada",
                "ada@example.com",
                "subject",
                "text",
                null);
        try {
            OutgoingMail message = new MailComposer(SETTINGS).compose(mail, sender.getSession(), () -> ours);
            try {
                sender.send(message);
                return new Delivery.Accepted();
            } catch (MailException e) {
                return FailedDelivery.of(e, message.handedOver());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServerThatTakesTheMailHasIt() throws IOException {
        assertThat(whereTheServerAnswers("NOOP", "250 fine")).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aRecipientWhomTheServerDoesNotKnowIsRefusedInTheServersWords() throws IOException {
        assertThat(whereTheServerAnswers("RCPT", "550 5.1.1 no such user"))
                .isEqualTo(new Delivery.Refused("the mail server said: 550 5.1.1 no such user"));
    }

    @Test
    void aRecipientWhoIsNotTakenJustNowWaitsAlone() throws IOException {
        assertThat(whereTheServerAnswers("RCPT", "450 4.2.1 try later"))
                .isEqualTo(new Delivery.Later("the mail server said: 450 4.2.1 try later", false));
    }

    @Test
    void whoeverMustSignInFirstWaitsWithAllOthers() throws IOException {
        assertThat(whereTheServerAnswers("RCPT", "530 5.7.0 sign in first"))
                .isEqualTo(new Delivery.Later("the mail server said: 530 5.7.0 sign in first", true));
        assertThat(whereTheServerAnswers("MAIL", "530 5.7.0 sign in first"))
                .isEqualTo(new Delivery.Later("the mail server said: 530 5.7.0 sign in first", true));
    }

    @Test
    void aSenderThatIsNotTakenIsTheOperatorsConcernAndNotTheRecipients() throws IOException {
        assertThat(whereTheServerAnswers("MAIL", "550 not you"))
                .isEqualTo(new Delivery.Later("the mail server does not take this sender: 550 not you", true));
    }

    @Test
    void aMessageThatTheServerReadAndRefusedIsRefused() throws IOException {
        assertThat(whereTheServerAnswers(".", "554 5.7.1 looks like spam"))
                .isEqualTo(new Delivery.Refused("the mail server said: 554 5.7.1 looks like spam"));
        assertThat(whereTheServerAnswers(".", "451 4.3.0 busy"))
                .isEqualTo(new Delivery.Later("the mail server said: 451 4.3.0 busy", false));
    }

    @Test
    void aServerThatBreaksOffBeforeItHasTheMailDoesNotHaveIt() throws IOException {
        for (String command : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            assertThat(whereTheServerAnswers(command, ScriptedServer.BREAK))
                    .as(command)
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later -> assertThat(later.others()).isTrue());
        }
    }

    @Test
    void aServerThatBreaksOffOrIsSilentWhenItHasTheMailMayHaveTakenIt() throws IOException {
        assertThat(whereTheServerAnswers(".", ScriptedServer.BREAK)).isInstanceOf(Delivery.Unconfirmed.class);
        assertThat(whereTheServerAnswers(".", ScriptedServer.SILENCE)).isInstanceOf(Delivery.Unconfirmed.class);
    }

    @Test
    void aServerThatIsBusyClosingTakesNobody() throws IOException {
        assertThat(whereTheServerAnswers("RCPT", "421 going down"))
                .isEqualTo(new Delivery.Later("the mail server said: 421 going down", true));
    }

    @Test
    void aServerThatIsNotThereIsToldAsSuch() throws IOException {
        int port;
        try (ScriptedServer server = new ScriptedServer()) {
            port = server.port();
        }
        assertThat(deliver(sender(port), true)).isInstanceOfSatisfying(Delivery.Later.class, later -> {
            assertThat(later.others()).isTrue();
            assertThat(later.reason())
                    .startsWith("the mail server cannot be reached: ")
                    .contains("efused");
        });
    }

    @Test
    void aMailThatIsAnotherProgramsByNowNeverReachesTheServer() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThat(deliver(sender(server.port()), false)).isInstanceOf(Delivery.Later.class);
            assertThat(server.messages()).isEmpty();
        }
    }
}
