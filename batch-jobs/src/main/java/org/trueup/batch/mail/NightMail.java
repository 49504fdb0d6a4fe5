package org.trueup.batch.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trueup.spreadsheets.report.NightOutcome;

/** Queues what a night has to tell people. */
public final class NightMail {
    private final MailSettings settings;
    private final Recipients recipients;
    private final Outbox outbox;

    NightMail(MailSettings settings, Recipients recipients, Outbox outbox) {
        this.settings = settings;
        this.recipients = recipients;
        this.outbox = outbox;
    }

    /** Whether this program is set up to send mail at all. */
    public boolean wanted() {
        return settings.wanted();
    }

    /**
     * Queues the mails of a night, in the caller's transaction. Whoever was sent one gets no other; what the same night
     * queued before and nobody sent yet gives way to this.
     *
     * @param folder of the night's files, which need not be there yet
     * @param looked is called with every tenant that was looked at, which takes minutes in all where there are a million
     * @return what the operator should know, as sentences
     */
    public List<String> queue(NightOutcome night, Path folder, Runnable looked) {
        ManagerMails managers = new ManagerMails(night, folder);
        GraceNotices notices = new GraceNotices(night.asOf());
        night.tenants(new NightOutcome.Selection.Everyone(), outcome -> {
            managers.add(outcome.assessment());
            notices.add(outcome.assessment());
            looked.run();
        });
        List<QueuedMail> mails = new ArrayList<>(managers.mails(recipients));
        mails.addAll(notices.mails(recipients));
        outbox.replace(night.asOf(), mails);
        return Stream.of(managers.note(), notices.note())
                .flatMap(Optional::stream)
                .toList();
    }
}
