package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.mail.MailReport;
import org.trueup.server.run.Mails;
import org.trueup.server.run.MailsOpener;
import org.trueup.server.run.NoMailServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trueup mail}: sends the mails that nights left waiting. */
@Command(
        name = "mail",
        description = {
            "Send the mails that nights have queued and that still wait, each once, and say what became of them.",
            "A night does the same at its end. The mail server is named by settings, not by options."
        },
        footer = {"", "Example: SPRING_MAIL_HOST=mail.example TRUEUP_MAIL_FROM=trueup@example.com trueup mail"})
final class MailCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final MailsOpener opener;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            order = 1,
            description = "Send only what the night of this day has queued, for example 2026-11-21.")
    private @Nullable LocalDate asOf;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MailCommand(PrintWriter out, MailsOpener opener) {
        this.out = out;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        MailReport report = send();
        if (report.sent() == 0 && report.allWell()) {
            out.println("No mail waits to be sent.");
            return 0;
        }
        out.println(report.sentence());
        list("Refused", report.refused());
        list("Handed over, not confirmed", report.unconfirmed());
        return report.allWell() ? 0 : 1;
    }

    private MailReport send() {
        try (Mails mails = opener.open(options.existingStore(), options.verbose())) {
            return mails.send(asOf);
        } catch (NoMailServer e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private void list(String what, List<MailReport.Held> mails) {
        mails.forEach(mail -> out.println(what + ": " + mail.words()));
    }
}
