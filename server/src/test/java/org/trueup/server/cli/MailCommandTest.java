package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.batch.mail.MailReport;
import org.trueup.batch.mail.MailReport.Held;
import org.trueup.server.run.Mails;
import org.trueup.server.run.MailsOpener;
import org.trueup.server.run.NoMailServer;
import picocli.CommandLine;

class MailCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();

    private int mail(MailReport report, String... args) {
        return mail(
                (store, verbose) -> new Mails() {
                    @Override
                    public MailReport send(@Nullable LocalDate only) {
                        asked.add(store.home() + " " + only);
                        return report;
                    }

                    @Override
                    public void close() {
                        asked.add("closed");
                    }
                },
                args);
    }

    private int mail(MailsOpener opener, String... args) {
        return new CommandLine(new MailCommand(new PrintWriter(out, true), opener))
                .setErr(new PrintWriter(err, true))
                .registerConverter(LocalDate.class, Values::date)
                .setParameterExceptionHandler(WrongUsage::say)
                .execute(args);
    }

    private static MailReport report(long sent, long waiting, List<Held> refused, List<Held> unconfirmed) {
        return new MailReport(sent, waiting, waiting == 0 ? null : "the mail server is down", refused, unconfirmed);
    }

    @Test
    void whatWasSentIsCounted() {
        assertThat(mail(report(3, 0, List.of(), List.of()), "--as-of", "2026-11-21", "--home", "h"))
                .isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("3 mails sent.\n");
        assertThat(asked).containsExactly("h 2026-11-21", "closed");
    }

    @Test
    void nothingToSendIsSaid() {
        assertThat(mail(report(0, 0, List.of(), List.of()))).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("No mail waits to be sent.\n");
        assertThat(asked).containsExactly("trueup-data null", "closed");
    }

    @Test
    void whoeverGotNoMailIsNamedAndTheCommandHasFailed() {
        int exit = mail(report(
                1,
                2,
                List.of(new Held("Ada", "ada@example.com", "the mail server said: 550 no")),
                List.of(new Held("Bo", "bo@example.com", null))));
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        1 mail sent; 2 mails wait (the mail server is down) and are sent by the next night or by trueup mail; 1 mail refused; 1 mail handed over, not confirmed.
                        Refused: Ada <ada@example.com>: the mail server said: 550 no
                        Handed over, not confirmed: Bo <bo@example.com>
                        """);
    }

    @Test
    void withoutAMailServerTheSentenceNamesTheSettings() {
        MailsOpener none = (store, verbose) -> {
            throw new NoMailServer();
        };
        assertThat(mail(none, "--home", "h")).isEqualTo(2);
        assertThat(err.toString().strip())
                .contains("spring.mail.host", "trueup.mail.from", "SPRING_MAIL_HOST", "TRUEUP_MAIL_FROM")
                .hasLineCount(1);
    }
}
