package org.trueup.batch.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;

/** The notices of one night to the administrators of tenants whose grace period starts (A10). */
final class GraceNotices {
    private final LocalDate asOf;
    private final List<GraceText> starts = new ArrayList<>();
    private int withoutAdministrator;

    GraceNotices(LocalDate asOf) {
        this.asOf = asOf;
    }

    void add(Assessment assessment) {
        GraceText text = start(assessment);
        if (text != null) {
            starts.add(text);
        }
    }

    /** Not where somebody let the tenant off, nor in a pilot, which stays out of what customers see (L5). */
    static @Nullable GraceText start(Assessment assessment) {
        Position position = assessment.position();
        Grace grace = position == null ? null : position.grace();
        return position != null && grace != null && grace.day() == 1 && position.shownToCustomers() && told(assessment)
                ? new GraceText(assessment.tenant(), position, grace)
                : null;
    }

    private static boolean told(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(FindingCode.GRACE_STARTED.name()))
                .noneMatch(Finding::waived);
    }

    List<QueuedMail> mails(Recipients recipients) {
        List<QueuedMail> mails = new ArrayList<>();
        for (GraceText text : starts) {
            List<Recipients.Administrator> administrators =
                    recipients.administrators(text.tenant().id(), asOf);
            administrators.forEach(administrator -> mails.add(new QueuedMail(
                    MailKey.ofGrace(text.tenant().id(), text.grace().since(), administrator.address()),
                    asOf,
                    MailKind.GRACE_STARTED,
                    administrator.name(),
                    administrator.address(),
                    text.subject(),
                    text.body(),
                    null)));
            withoutAdministrator += administrators.isEmpty() ? 1 : 0;
        }
        return mails;
    }

    /** What the operator should know of them. */
    Optional<String> note() {
        return withoutAdministrator == 0
                ? Optional.empty()
                : Optional.of(
                        Counted.of(withoutAdministrator, "tenant")
                                + " whose grace period starts " + (withoutAdministrator == 1 ? "has" : "have")
                                + " no administrator with an e-mail address, so that nobody there is told; tell them yourself.");
    }
}
