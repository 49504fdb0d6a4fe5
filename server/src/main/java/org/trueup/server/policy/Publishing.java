package org.trueup.server.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;

/** Brings a draft into force: its check is green, and somebody else than its author agrees. */
@Component
public class Publishing {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int ATTEMPTS = 5;

    private final Editions editions;
    private final Drafts drafts;
    private final DraftRows rows;
    private final Checking checking;
    private final PolicyVersions versions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Publishing(
            Editions editions,
            Drafts drafts,
            DraftRows rows,
            Checking checking,
            PolicyVersions versions,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.editions = editions;
        this.drafts = drafts;
        this.rows = rows;
        this.checking = checking;
        this.versions = versions;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        // a number that others took meanwhile is seen when the next one is asked for
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * What the approver says.
     *
     * @param effectiveOn the first day; one in the future schedules it, one in the past touches stored nights
     * @param note replaces the draft's where it is not blank
     * @param seen the SHA-256 of the workbook that was looked at; none publishes what is there
     */
    public record Order(
            LocalDate effectiveOn, String note, @Nullable String seen) {}

    /**
     * What came of it.
     *
     * @param nightsTouched stored nights that were decided before this version came, the earliest first
     * @param twin an earlier version with the same workbook, of a version that was not rolled back to
     * @param next the version that takes over from it, published before
     */
    public record Published(
            PolicyVersion version,
            List<LocalDate> nightsTouched,
            Optional<PolicyVersion> twin,
            Optional<PolicyVersion> next) {}

    /** @throws Refusal when it may not be, or not yet */
    public Published publish(Caller approver, Draft draft, Order order) {
        requireSomebodyElse(approver, draft);
        requireDay(order.effectiveOn());
        byte[] workbook = editions.workbook(new Edition.OfDraft(draft));
        Drafts.requireSeen(draft, order.seen());
        CheckReport report = checking.check(draft.vendor(), workbook);
        requireGreen(draft, report);
        // what a decision would compile is compiled here first
        report.policy().ifPresent(policy -> policy.checks().prepare());
        return told(inOneTransaction(approver, draft, order, workbook));
    }

    private PolicyVersion inOneTransaction(Caller approver, Draft draft, Order order, byte[] workbook) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> store(approver, draft, order, workbook)));
            } catch (UnexpectedRollbackException numberTakenMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict("Others keep publishing this policy just now; try again in a minute.");
                }
            }
        }
    }

    private PolicyVersion store(Caller approver, Draft draft, Order order, byte[] workbook) {
        Draft held = drafts.hold(draft);
        Drafts.requireSeen(held, draft.sha256());
        requireSomebodyElse(approver, held);
        Publication publication =
                new Publication(held.vendor(), order.effectiveOn(), held.author(), approver.name(), note(held, order));
        Integer backTo = held.backTo();
        PolicyVersion version = backTo == null
                ? versions.publish(publication, workbook)
                : versions.rollBack(publication, editions.version(held.vendor(), backTo));
        rows.close(held, Draft.State.PUBLISHED, version.version());
        audit.add(
                approver.name(),
                backTo == null ? "PUBLISH_POLICY" : "ROLL_BACK_POLICY",
                held.vendor() + " " + version.version(),
                "%s by %s, in force from %s, SHA-256 %s: %s"
                        .formatted(
                                held.name(), held.author(), version.effectiveOn(), version.sha256(), version.note()));
        return version;
    }

    private static String note(Draft draft, Order order) {
        String note = order.note().isBlank() ? draft.note() : order.note().strip();
        if (note.isBlank()) {
            throw Refusal.of("note", "Say what changes, and why.");
        }
        if (note.codePointCount(0, note.length()) > Publication.LONGEST_NOTE) {
            throw Refusal.of("note", "The note is longer than %d characters.".formatted(Publication.LONGEST_NOTE));
        }
        return note;
    }

    private Published told(PolicyVersion version) {
        List<PolicyVersion> all = versions.all(version.vendor());
        Optional<PolicyVersion> twin = version.backTo() != null
                ? Optional.empty()
                : all.stream()
                        .filter(other -> other.version() < version.version())
                        .filter(other -> other.sha256().equals(version.sha256()))
                        .max(Comparator.comparing(PolicyVersion::version));
        return new Published(
                version,
                versions.nightsTouchedBy(version),
                twin,
                PolicyTimeline.of(all).after(version));
    }

    private static void requireSomebodyElse(Caller approver, Draft draft) {
        if (Drafts.isBy(approver, draft)) {
            throw Refusal.forbidden(
                    "You made this draft; somebody else publishes it, since a policy needs two people.");
        }
    }

    private static void requireDay(LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Refusal.of("effective_on", "A version begins on a day from 2000 to 2199, not on " + day + ".");
        }
    }

    private static void requireGreen(Draft draft, CheckReport report) {
        if (report.anyError()) {
            Problem first = report.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst()
                    .orElseThrow();
            throw Refusal.conflict("%s has %s and cannot be published; the first: %s."
                    .formatted(draft.name(), report.errors() == 1 ? "1 error" : report.errors() + " errors", first));
        }
    }
}
