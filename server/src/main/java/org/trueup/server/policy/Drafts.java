package org.trueup.server.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.terms.Person;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Role;

/**
 * Makes drafts and changes them. A draft is its author's alone, or else the second person who publishes it could have
 * written it; whoever wants to go on with another's draft begins one of their own from it.
 */
@Component
public class Drafts {
    private static final int MOST_OPEN = 200;

    private final DraftRows rows;
    private final Editions editions;
    private final AuditLog audit;

    Drafts(DraftRows rows, Editions editions, AuditLog audit) {
        this.rows = rows;
        this.editions = editions;
        this.audit = audit;
    }

    /**
     * Keeps a workbook as a new draft. What is wrong with its cells does not hinder.
     *
     * @param workbook one that {@link Checking#checkSent} has let pass
     * @param basedOn what it began as; none where nobody said
     */
    @Transactional
    public Draft make(Caller author, Vendor vendor, byte[] workbook, String note, @Nullable String basedOn) {
        String origin = basedOn == null
                ? null
                : editions.find(vendor, "based_on", basedOn).name();
        return add(new DraftRows.Beginning(vendor, author.name(), note(note), origin, null), workbook);
    }

    /** Makes a draft that begins as another workbook of the vendor, to be changed from there. */
    @Transactional
    public Draft from(Caller author, Edition origin, String note) {
        return add(
                new DraftRows.Beginning(origin.vendor(), author.name(), note(note), origin.name(), null),
                editions.workbook(origin));
    }

    /** Makes a draft that brings back the workbook of a version, unchanged: a second person publishes it like any other. */
    @Transactional
    public Draft rollBack(Caller author, Vendor vendor, int version, String note) {
        Edition origin = new Edition.OfVersion(editions.version(vendor, version));
        return add(
                new DraftRows.Beginning(vendor, author.name(), note(note), origin.name(), version),
                editions.workbook(origin));
    }

    private Draft add(DraftRows.Beginning beginning, byte[] workbook) {
        if (rows.open(beginning.vendor()).size() >= MOST_OPEN) {
            throw Refusal.conflict("%s has %d drafts; publish or discard some of them first."
                    .formatted(beginning.vendor(), MOST_OPEN));
        }
        Draft draft = rows.add(beginning, workbook);
        audit.add(
                draft.author(),
                "ADD_DRAFT",
                draft.subject(),
                (draft.basedOn() == null ? "" : "from " + draft.basedOn() + ", ") + "SHA-256 " + draft.sha256()
                        + (draft.note().isEmpty() ? "" : ": " + draft.note()));
        return draft;
    }

    /**
     * Gives a draft other bytes.
     *
     * @param seen the SHA-256 of the workbook that the change was made to; none changes whatever is there
     * @param workbook one that {@link Checking#checkSent} has let pass
     * @param what was done, for the audit log
     * @throws Refusal when it is not the caller's, no draft any more, or was changed meanwhile
     */
    @Transactional
    public Draft change(Caller caller, Draft draft, @Nullable String seen, byte[] workbook, String what) {
        Draft held = own(caller, draft);
        requireSeen(held, seen);
        if (!Digest.of(workbook).equals(held.sha256())) {
            rows.replace(held, workbook);
            audit.add(caller.name(), "CHANGE_DRAFT", held.subject(), what + ", SHA-256 " + Digest.of(workbook));
        }
        return editions.draft(draft.vendor(), draft.number());
    }

    /** Says anew what a draft changes and why. */
    @Transactional
    public Draft annotate(Caller caller, Draft draft, String note) {
        Draft held = own(caller, draft);
        rows.note(held, note(note));
        audit.add(caller.name(), "CHANGE_DRAFT", held.subject(), "note: " + note);
        return editions.draft(draft.vendor(), draft.number());
    }

    /** Puts a draft away: its author does, or whoever may publish it. */
    @Transactional
    public void discard(Caller caller, Draft draft) {
        Draft held = hold(draft);
        if (!isBy(caller, held) && !caller.is(Role.PUBLISHER) && !caller.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden("%s made this draft; they discard it, or a publisher.".formatted(held.author()));
        }
        rows.close(held, Draft.State.DISCARDED, null);
        audit.add(caller.name(), "DISCARD_DRAFT", held.subject(), "SHA-256 " + held.sha256());
    }

    /** The draft as it is now; nobody else changes it until the transaction ends. */
    Draft hold(Draft draft) {
        Draft held = rows.hold(draft.vendor(), draft.number()).orElseThrow();
        if (held.state() != Draft.State.DRAFT) {
            throw Refusal.conflict(
                    held.state() == Draft.State.PUBLISHED
                            ? "%s is published, as version %d; begin a new draft from it."
                                    .formatted(held.name(), Objects.requireNonNull(held.version()))
                            : held.name() + " is discarded; begin a new draft from it.");
        }
        return held;
    }

    /** Requires that a draft is still the one that somebody looked at. */
    static void requireSeen(Draft draft, @Nullable String seen) {
        if (seen != null && !seen.equals(draft.sha256())) {
            throw Refusal.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "%s was changed meanwhile; look at it again, then repeat what you did.".formatted(draft.name()));
        }
    }

    /** Whether somebody made a draft: names compare as those of authors and approvers do. */
    public static boolean isBy(Caller caller, Draft draft) {
        return new Person(draft.author()).sameAs(new Person(caller.name()));
    }

    private Draft own(Caller caller, Draft draft) {
        Draft held = hold(draft);
        requireOwn(caller, held);
        return held;
    }

    static void requireOwn(Caller caller, Draft draft) {
        if (!isBy(caller, draft)) {
            throw Refusal.forbidden("%s made this draft and alone changes it; begin one of your own from it."
                    .formatted(draft.author()));
        }
    }

    private static String note(String note) {
        String typed = note.strip();
        if (typed.codePointCount(0, typed.length()) > Publication.LONGEST_NOTE) {
            throw Refusal.of("note", "The note is longer than %d characters.".formatted(Publication.LONGEST_NOTE));
        }
        return typed;
    }
}
