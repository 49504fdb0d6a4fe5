package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.store.NamedLock;
import org.trueup.batch.store.TestStore;

/** Mails from the outbox of a real database to a real mail server, once each, whatever breaks. */
class PostmanIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final MailStore STORE = new MailStore(TEST.store().dataSource());
    private static final int PATIENCE_SECONDS = 60;

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @TempDir
    Path folder;

    @BeforeEach
    void empty() throws SQLException {
        TEST.clear();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    private MailReport send() {
        return STORE.postman(server.getSmtp().getPort()).send(null);
    }

    private List<String> received() {
        return Stream.of(server.getReceivedMessages())
                .map(message -> GreenMailUtil.getAddressList(recipients(message)))
                .toList();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWaitsIsSentOnceAndNeverAgain() {
        STORE.queue(MailStore.to("Ada Lind", "ada@example.com", null), MailStore.to("Bo Ek", "bo@example.com", null));

        assertThat(send()).isEqualTo(new MailReport(2, 0, null, List.of(), List.of()));
        assertThat(received()).containsExactly("Ada Lind <ada@example.com>", "Bo Ek <bo@example.com>");
        assertThat(STORE.states()).containsExactly("ada@example.com SENT 1", "bo@example.com SENT 1");

        STORE.queue(MailStore.to("Ada Lind", "ADA@example.com", null), MailStore.to("Bo Ek", "bo@example.com", null));
        assertThat(send().sent()).isZero();
        assertThat(received()).hasSize(2);
    }

    @Test
    void aMailSaysWhoSentItAndIsKnownAgain() throws MessagingException, IOException {
        STORE.queue(MailStore.to("Zoë =Åkerlund, \"Z\"", "zoe@example.com", null));
        send();
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getFrom()[0]).hasToString("trueup@example.com");
        assertThat(message.getReplyTo()[0]).hasToString("help@example.com");
        assertThat(message.getSubject()).isEqualTo("Licences for Zoë =Åkerlund, \"Z\"");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Zoë =Åkerlund, \"Z\"");
        assertThat(message.getContent().toString()).isEqualToIgnoringNewLines("Hello Zoë =Åkerlund, \"Z\"\n");
        assertThat(message.getMessageID()).matches("<[0-9a-f]{40}\\.trueup@example\\.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String id = message.getMessageID();

        STORE.become("SENDING", "zoe@example.com");
        send();
        assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(id);
    }

    @Test
    void theWorkbookIsAttachedUnlessItIsTooLargeOrGone() throws MessagingException, IOException {
        Path small = Files.write(folder.resolve("Ada Ö.xlsx"), new byte[1_000]);
        Path large = Files.write(folder.resolve("large.xlsx"), new byte[200_000]);
        Path gone = folder.resolve("gone.xlsx");
        STORE.queue(
                MailStore.to("Ada", "ada@example.com", small),
                MailStore.to("Bo", "bo@example.com", large),
                MailStore.to("Cy", "cy@example.com", gone));
        assertThat(send().allWell()).isTrue();

        MimeMultipart ada = parts(0);
        assertThat(ada.getCount()).isEqualTo(2);
        assertThat(ada.getBodyPart(1).getFileName()).isEqualTo("Ada Ö.xlsx");
        assertThat(ada.getBodyPart(1).getInputStream().readAllBytes()).hasSize(1_000);
        assertThat(text(ada)).contains("the workbook attached").contains(small.toString());
        assertThat(parts(1).getCount()).isEqualTo(1);
        assertThat(text(parts(1))).contains("too large for a mail (0.2 MB)").contains(large.toString());
        assertThat(parts(2).getCount()).isEqualTo(1);
        assertThat(text(parts(2))).contains("could not be attached").contains("trueup report --as-of 2026-11-21");
    }

    private MimeMultipart parts(int number) throws MessagingException, IOException {
        return (MimeMultipart) server.getReceivedMessages()[number].getContent();
    }

    private static String text(MimeMultipart parts) throws MessagingException, IOException {
        MimeMultipart body = (MimeMultipart) parts.getBodyPart(0).getContent();
        return (String) body.getBodyPart(0).getContent();
    }

    @Test
    void whileTheServerIsDownEverythingWaitsAndGoesWhenItIsBack() {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null), MailStore.to("Bo", "bo@example.com", null));
        int port = server.getSmtp().getPort();
        server.stop();
        MailReport down = STORE.postman(port).send(null);
        assertThat(down.waiting()).isEqualTo(2);
        assertThat(down.why()).startsWith("the mail server cannot be reached: ");
        // nobody knocks at a closed door for every mail
        assertThat(STORE.states()).containsExactly("ada@example.com WAITING 1", "bo@example.com WAITING 0");

        server.start();
        assertThat(send().sent()).isEqualTo(2);
        assertThat(STORE.states()).containsExactly("ada@example.com SENT 2", "bo@example.com SENT 1");
    }

    @Test
    void aRefusedRecipientKeepsNobodyElseFromTheirMailAndIsNotTriedAgain() throws IOException {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null), MailStore.to("Bo", "bo@example.com", null));
        try (ScriptedServer picky = new ScriptedServer().answers("RCPT TO:<ada@", "550 5.1.1 no such user")) {
            MailReport report = STORE.postman(picky.port()).send(null);
            assertThat(report.sent()).isEqualTo(1);
            assertThat(report.refused())
                    .extracting(MailReport.Held::words)
                    .containsExactly("Ada <ada@example.com>: the mail server said: 550 5.1.1 no such user");
        }
        send();
        assertThat(STORE.states()).containsExactly("ada@example.com REFUSED 1", "bo@example.com SENT 1");
        assertThat(received()).isEmpty();

        STORE.queue(MailStore.to("Ada", "ada@example.com", null), MailStore.to("Bo", "bo@example.com", null));
        assertThat(send().sent())
                .as("the night that was run again tries once more")
                .isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnythingIsSent() {
        STORE.queue(
                MailStore.to("Ada", "ada.example.com", null),
                MailStore.to("Bo", "bo@example.com>\r\nRCPT TO:<all@example.com", null));
        MailReport report = send();
        assertThat(report.sent()).isZero();
        assertThat(report.refused())
                .extracting(MailReport.Held::reason)
                .containsExactly("The address has no @.", "The address is not one that mail can go to.");
        assertThat(received()).isEmpty();
    }

    @Test
    void aMailThatADeadProgramWasSendingGoesAgainAndOneThatWasHandedOverDoesNot() {
        STORE.queue(
                MailStore.to("Ada", "ada@example.com", null),
                MailStore.to("Bo", "bo@example.com", null),
                MailStore.to("Cy", "cy@example.com", null));
        STORE.become("SENDING", "ada@example.com");
        STORE.become("HANDED_OVER", "bo@example.com");
        STORE.become("SENT", "cy@example.com");

        MailReport report = send();
        assertThat(received()).containsExactly("Ada <ada@example.com>");
        assertThat(report.unconfirmed()).extracting(MailReport.Held::address).containsExactly("bo@example.com");
        assertThat(STORE.states())
                .containsExactly("ada@example.com SENT 2", "bo@example.com HANDED_OVER 1", "cy@example.com SENT 1");
    }

    @Test
    void aProgramKilledBeforeTheServerHasTheMailLeavesItToTheNextOne() throws Exception {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null));
        try (ScriptedServer silent = new ScriptedServer().answers("DATA", ScriptedServer.SILENCE)) {
            killOnceItIs("SENDING", silent, () -> true);
            assertThat(silent.messages()).isEmpty();
        }
        assertThat(send().sent()).isEqualTo(1);
        assertThat(received()).containsExactly("Ada <ada@example.com>");
    }

    @Test
    void aProgramKilledWhenTheServerHasTheMailLeavesNothingToBeSentTwice() throws Exception {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null));
        try (ScriptedServer silent = new ScriptedServer().answers(".", ScriptedServer.SILENCE)) {
            killOnceItIs("HANDED_OVER", silent, () -> silent.messages().size() == 1);
        }
        MailReport report = send();
        assertThat(received()).isEmpty();
        assertThat(report.sentence()).isEqualTo("1 mail handed over, not confirmed.");
    }

    /** kill -9, when the one mail has come so far, and the server too. */
    private static void killOnceItIs(String state, ScriptedServer server, BooleanSupplier received) throws Exception {
        Process program = MailProgram.start(TEST.url(), server.port());
        try {
            await(() -> STORE.states().equals(List.of("ada@example.com " + state + " 1")));
            await(received);
        } finally {
            program.destroyForcibly().waitFor();
        }
        // MariaDB lets go of the dead program's lock as soon as it sees its connection end
        await(() -> {
            try (NamedLock lock = NamedLock.tryTake(TEST.store().dataSource(), NamedLock.MAIL)) {
                return lock != null;
            }
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            Thread.sleep(20);
        }
    }

    @Test
    void twoProgramsAtOnceSendEachMailOnce() {
        QueuedMail[] mails = IntStream.range(0, 60)
                .mapToObj(i -> MailStore.to("Person " + i, "p" + i + "@example.com", null))
                .toArray(QueuedMail[]::new);
        STORE.queue(mails);
        List<CompletableFuture<MailReport>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::send))
                .toList();
        long sent = both.stream().mapToLong(each -> each.join().sent()).sum();
        sent += send().sent();
        assertThat(sent).isEqualTo(60);
        assertThat(received()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheMailsOfTheNightAskedForAreSent() {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null));
        MailReport other = STORE.postman(server.getSmtp().getPort()).send(MailStore.NIGHT.minusDays(1));
        assertThat(other).isEqualTo(MailReport.NOTHING);
        assertThat(STORE.postman(server.getSmtp().getPort())
                        .send(MailStore.NIGHT)
                        .sent())
                .isEqualTo(1);
    }

    @Test
    void whatANightQueuedAndNobodySentGivesWayToTheNightsNextRun() {
        STORE.queue(MailStore.to("Ada", "ada@example.com", null), MailStore.to("Bo", "bo@example.com", null));
        STORE.queue(MailStore.to("Bo", "bo@example.com", null), MailStore.to("Cy", "cy@example.com", null));
        send();
        assertThat(received()).containsExactly("Bo <bo@example.com>", "Cy <cy@example.com>");
    }
}
