package org.trueup.batch.mail;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.rules.outcome.Assessment;
import org.trueup.spreadsheets.report.NightOutcome;
import org.trueup.spreadsheets.report.NightReports;

/** The mails of one night to its account managers, gathered while its tenants pass by. */
final class ManagerMails {
    private final LocalDate asOf;
    private final Path folder;
    private final Map<String, String> files;
    private final Map<String, ManagerTally> tallies = new LinkedHashMap<>();
    private int withoutAddress;

    /** @param folder of the night's files */
    ManagerMails(NightOutcome night, Path folder) {
        this.asOf = night.asOf();
        this.folder = folder.toAbsolutePath().normalize();
        this.files = NightReports.accountManagersFiles(night.accountManagers());
        files.keySet().stream()
                .filter(manager -> !manager.isEmpty())
                .forEach(manager -> tallies.put(manager, new ManagerTally()));
    }

    void add(Assessment assessment) {
        String manager = assessment.tenant().accountManager();
        ManagerTally tally = manager == null ? null : tallies.get(manager);
        if (tally != null) {
            tally.add(assessment, asOf);
        }
    }

    /** One for each address of each account manager. */
    List<QueuedMail> mails(Recipients recipients) {
        Map<String, Collection<String>> addresses = recipients.accountManagers();
        List<QueuedMail> mails = new ArrayList<>();
        tallies.forEach((manager, tally) -> {
            Collection<String> to = addresses.getOrDefault(manager, List.of());
            ManagerText text = new ManagerText(asOf, manager, tally);
            to.forEach(address -> mails.add(new QueuedMail(
                    MailKey.ofNight(asOf, manager, address),
                    asOf,
                    MailKind.ACCOUNT_MANAGER,
                    manager,
                    address,
                    text.subject(),
                    text.body(),
                    folder.resolve(files.getOrDefault(manager, "")))));
            withoutAddress += to.isEmpty() ? 1 : 0;
        });
        return mails;
    }

    /** What the operator should know of them. */
    Optional<String> note() {
        return withoutAddress == 0
                ? Optional.empty()
                : Optional.of(Counted.of(withoutAddress, "account manager")
                        + (withoutAddress == 1 ? " has no e-mail address" : " have no e-mail addresses")
                        + " in the feed and will get no mail; fill account_manager_email in tenants.csv.");
    }
}
