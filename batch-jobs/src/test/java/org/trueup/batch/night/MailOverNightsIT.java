package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.mail.Postman;

/** What nights mail to people, from feed to mailbox. */
class MailOverNightsIT {
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final NightContext CONTEXT = context();

    @TempDir
    Path folder;

    /** One to come back to: the server is stopped and started. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NightContext context() {
        SERVER.start();
        return new NightContext(Map.of(
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                SERVER.getSmtp().getPort(),
                "trueup.mail.from",
                "trueup@example.com"));
    }

    @BeforeEach
    void empty() {
        CONTEXT.clear();
        start();
    }

    @AfterEach
    void forget() throws Exception {
        start();
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
        SERVER.stop();
    }

    private static void start() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
    }

    /** Acme is over its ActivTrak licences and has two administrators, one of whom left; Calm is Bo's and is well. */
    private void feed(int licences) {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of(
                                "tenant_id,name,vendor,account_manager,account_manager_email",
                                "acme,Acme Ltd,activtrak,Ada Lind,ada@example.com",
                                "more,More Ltd,activtrak,Ada Lind,ADA@example.com",
                                "calm,Calm Ltd,activtrak,Bo Ek,bo@example.com",
                                "dull,Dull Ltd,activtrak,No Mail,",
                                "free,Free Ltd,activtrak,,"),
                        "subscriptions.csv",
                        List.of(
                                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term",
                                "acme,s1,Essentials," + licences + ",2026-10-01,2027-09-30,paid",
                                "more,s1,Essentials,5,2026-10-01,2027-09-30,paid",
                                "calm,s1,Essentials,9,2026-10-01,2027-09-30,paid",
                                "dull,s1,Essentials,9,2026-10-01,2027-09-30,paid"),
                        "accounts.csv",
                        List.of(
                                "tenant_id,account_id,name,username,device,has_history,access,email,deactivated_on",
                                "acme,a1,Bo,bo,pc1,true,,,",
                                "acme,a2,Li,li,pc2,true,,,",
                                "acme,a3,Zoe,zoe,pc3,true,,,",
                                "acme,a4,Ann,ann,pc4,true,,,",
                                "acme,a5,Pia,pia,pc5,true,,,",
                                "acme,a6,Tom,tom,pc6,true,,,",
                                "acme,x1,Root,,,false,admin,root@acme.example,",
                                "acme,x2,Gone,,,false,admin,gone@acme.example,2026-11-20",
                                "acme,x3,User,,,false,viewer,user@acme.example,")));
    }

    private NightResult night(String asOf) {
        return CONTEXT.night(asOf, folder.resolve("reports"));
    }

    private static List<String> received() throws MessagingException {
        List<String> received = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            received.add(GreenMailUtil.getAddressList(message.getAllRecipients()) + ": " + message.getSubject());
        }
        return received;
    }

    private static MimeMessage to(String address) throws MessagingException {
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            if (GreenMailUtil.getAddressList(message.getAllRecipients()).contains("<" + address + ">")) {
                return message;
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    private static List<String> states() {
        return CONTEXT.sql()
                .sql("SELECT CONCAT(as_of, ' ', address, ' ', state) FROM mail_outbox ORDER BY mail_no")
                .query(String.class)
                .list();
    }

    private static final String ADA = "Ada Lind <ADA@example.com>: Licences on 2026-11-21: 1 in grace";
    private static final String BO = "Bo Ek <bo@example.com>: Licences on 2026-11-21: nothing to act on";
    private static final String ROOT =
            "Root <root@acme.example>: Acme Ltd: 6 of 5 licences in use, grace period until 2026-12-20";

    @Test
    void eachAccountManagerGetsOneMailAndTheAdministratorsTheNoticeOfTheGracePeriod() throws Exception {
        feed(5);
        night("2026-11-21");
        assertThat(received()).containsExactlyInAnyOrder(ADA, BO, ROOT);

        MimeMultipart parts = (MimeMultipart) to("ADA@example.com").getContent();
        String text = (String) ((MimeMultipart) parts.getBodyPart(0).getContent())
                .getBodyPart(0)
                .getContent();
        assertThat(text.replace("\r\n", "\n"))
                .startsWith(
                        "Hello Ada Lind,\n\nyou have 2 tenants on 2026-11-21: 1 in grace.\n\n1. Acme Ltd (Essentials)\n"
                                + "   Grace ends on 2026-12-20, 29 days left.\n   6 of 5 licences used, ")
                .contains("   What to do: Buy 1 more for ")
                .contains("reports/2026-11-21/account-managers/Ada Lind.xlsx");
        assertThat(sheets(parts.getBodyPart(1).getInputStream())).contains("Overview", "Tenants");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Ada Lind.xlsx");

        assertThat(to("root@acme.example").getContent().toString())
                .contains("6 licences of the plan Essentials are in use, and you have 5: 1 is missing.")
                .contains("A grace period of 30 days has begun today, 2026-11-21. Its last day is 2026-12-20.")
                .contains("What happens: Access to data and reports stays during the grace period")
                .contains("What to do: buy 1 more for ");
    }

    private static List<String> sheets(InputStream workbook) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(workbook);
                Stream<Sheet> sheets = read.getSheets()) {
            return sheets.map(Sheet::getName).toList();
        }
    }

    @Test
    void theSameNightAgainMailsNobodyAgainAndTheNextNightTellsTheGracePeriodNoMore() throws Exception {
        feed(5);
        night("2026-11-21");
        night("2026-11-21");
        assertThat(received()).containsExactlyInAnyOrder(ADA, BO, ROOT);

        night("2026-11-23");
        assertThat(received())
                .hasSize(5)
                .contains("Ada Lind <ADA@example.com>: Licences on 2026-11-23: 1 in grace")
                .filteredOn(mail -> mail.startsWith("Root"))
                .hasSize(1);
    }

    @Test
    void aNightIsCompleteWithoutAMailServerAndTheNewestRunsMailsGoWhenItIsBack() throws Exception {
        feed(5);
        SERVER.stop();
        List<String> notes = new ArrayList<>();
        NightResult result = night(notes);
        assertThat(result.decided()).isEqualTo(5);
        assertThat(notes)
                .contains("1 account manager has no e-mail address in the feed and will get no mail; fill"
                        + " account_manager_email in tenants.csv.")
                .anyMatch(note -> note.startsWith("3 mails wait (the mail server cannot be reached: "));
        assertThat(states()).allMatch(state -> state.endsWith(" WAITING"));

        feed(6);
        night("2026-11-21");
        SERVER.start();
        assertThat(CONTEXT.bean(Postman.class).send(null).sent()).isEqualTo(2);
        assertThat(received())
                .containsExactlyInAnyOrder("Ada Lind <ADA@example.com>: Licences on 2026-11-21: nothing to act on", BO);
    }

    private NightResult night(List<String> notes) {
        return CONTEXT.bean(Nightly.class)
                .run(
                        new NightRequest(
                                LocalDate.parse("2026-11-21"), folder.resolve("reports"), null, false, Map.of()),
                        new Notes(notes));
    }

    @Test
    void aTenantWhoseAdministratorsHaveNoAddressIsToldToTheOperator() throws Exception {
        feed(5);
        CONTEXT.sql()
                .sql("UPDATE account SET email = NULL WHERE access = 'ADMIN'")
                .update();
        List<String> notes = new ArrayList<>();
        night(notes);
        assertThat(notes)
                .contains("1 tenant whose grace period starts has no administrator with an e-mail address, so that"
                        + " nobody there is told; tell them yourself.")
                .contains("2 mails sent.");
        assertThat(received()).containsExactlyInAnyOrder(ADA, BO);
    }

    @Test
    void whatAKilledProgramLeftIsSentByTheNextNight() throws Exception {
        feed(5);
        night("2026-11-21");
        CONTEXT.sql()
                .sql("UPDATE mail_outbox SET state = 'SENDING' WHERE address = 'bo@example.com'")
                .update();
        SERVER.purgeEmailFromAllMailboxes();
        night("2026-11-22");
        assertThat(received())
                .contains(BO)
                .filteredOn(mail -> mail.contains("2026-11-21"))
                .hasSize(1);
    }

    @Test
    void pastNightsPreviewsAndQuietNightsMailNobody() throws Exception {
        feed(5);
        CONTEXT.bean(Nightly.class)
                .run(
                        new NightRequest(
                                LocalDate.parse("2026-11-21"),
                                folder.resolve("reports"),
                                null,
                                false,
                                Map.of(),
                                true,
                                null),
                        NightProgress.SILENT);
        night("2026-11-20");
        CONTEXT.bean(Nightly.class)
                .preview(LocalDate.parse("2026-12-01"), folder.resolve("reports"), NightProgress.SILENT);
        CONTEXT.bean(PastReports.class)
                .write(LocalDate.parse("2026-11-21"), folder.resolve("reports"), NightProgress.SILENT);
        assertThat(states()).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void aNightWhoseFilesCannotBeWrittenMailsNobody() throws Exception {
        feed(5);
        Path file = Files.writeString(folder.resolve("a file"), "");
        try {
            CONTEXT.night("2026-11-21", file);
            throw new AssertionError("the night should fail");
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("a file");
        }
        assertThat(states()).isEmpty();
        assertThat(received()).isEmpty();
    }

    /** Keeps the notes alone. */
    private record Notes(List<String> notes) implements NightProgress {
        @Override
        public void phase(String name, String unit, long total) {}

        @Override
        public void reached(long done) {}

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
