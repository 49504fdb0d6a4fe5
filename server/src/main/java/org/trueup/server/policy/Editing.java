package org.trueup.server.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.edit.Edit;
import org.trueup.spreadsheets.edit.EditResult;
import org.trueup.spreadsheets.edit.EditedWorkbook;
import org.trueup.spreadsheets.edit.WorkbookGrid;

/** Cells and rows of a draft, changed in the file that its author sent; nothing else of it is lost. */
@Component
public class Editing {
    private static final int MOST_EDITS = 2_000;
    private static final int ATTEMPTS = 3;

    private final Editions editions;
    private final Drafts drafts;
    private final Checking checking;

    Editing(Editions editions, Drafts drafts, Checking checking) {
        this.editions = editions;
        this.drafts = drafts;
        this.checking = checking;
    }

    /**
     * What came of it.
     *
     * @param changes each as {@code Plans!E5: 5 → 7}
     */
    public record Edited(Draft draft, CheckReport check, List<String> changes) {}

    /** The tables of a workbook, to be shown and edited. */
    public WorkbookGrid grid(Edition edition) {
        return checking.grid(edition.vendor(), editions.workbook(edition));
    }

    /**
     * Does all of the edits or none, and checks the workbook again.
     *
     * @param seen the SHA-256 of the workbook that was looked at; none edits whatever is there
     * @throws Refusal when one cannot be done, or the draft is not the caller's to change
     */
    public Edited edit(Caller caller, Draft draft, @Nullable String seen, List<Edit> edits) {
        if (edits.isEmpty() || edits.size() > MOST_EDITS) {
            throw Refusal.of("body", "Send 1 to %d changes at a time.".formatted(MOST_EDITS));
        }
        Drafts.requireSeen(draft, seen);
        for (int attempt = 1; ; attempt++) {
            Draft latest = editions.draft(draft.vendor(), draft.number());
            try {
                return editOnce(caller, latest, edits);
            } catch (Refusal refusal) {
                boolean changedMeanwhile = refusal.status() == HttpStatus.PRECONDITION_FAILED;
                if (!changedMeanwhile || seen != null || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    private Edited editOnce(Caller caller, Draft draft, List<Edit> edits) {
        Drafts.requireOwn(caller, draft);
        byte[] workbook = editions.workbook(new Edition.OfDraft(draft));
        EditResult result = EditedWorkbook.of(workbook, checking.grid(draft.vendor(), workbook), edits);
        if (result instanceof EditResult.NotPossible refused) {
            throw Refusal.of("[%d]".formatted(refused.edit()), refused.sentence());
        }
        EditResult.Edited edited = (EditResult.Edited) result;
        CheckReport report = checking.checkSent(draft.vendor(), edited.workbook());
        Draft changed = drafts.change(caller, draft, draft.sha256(), edited.workbook(), words(edited.changes()));
        return new Edited(changed, report, edited.changes());
    }

    private static String words(List<String> changes) {
        return changes.stream().collect(Collectors.joining("; "));
    }
}
