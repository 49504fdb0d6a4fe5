package org.trueup.server.policy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.server.problem.Refusal;
import org.trueup.spreadsheets.diff.DiffResult;
import org.trueup.spreadsheets.diff.Difference;
import org.trueup.spreadsheets.diff.Difference.CellChanged;
import org.trueup.spreadsheets.diff.WorkbookDiff;

/** What changed from one workbook of a vendor to another, cell by cell. */
@Component
public class Differences {
    private final Editions editions;

    Differences(Editions editions) {
        this.editions = editions;
    }

    /**
     * One difference as HTTP tells it.
     *
     * @param kind for example {@code CELL_CHANGED}
     * @param cell in the newer workbook; none where it is not one cell that changed
     * @param before none where it is not one cell that changed
     * @param after none where it is not one cell that changed
     * @param text a sentence for people, without its full stop
     */
    record Told(
            String kind,
            String sheet,
            @Nullable String cell,
            @Nullable String before,
            @Nullable String after,
            String text) {
        static Told of(Difference difference) {
            String kind = difference
                    .getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
            return difference instanceof CellChanged change
                    ? new Told(
                            kind,
                            change.sheet(),
                            change.cellAfter(),
                            change.before(),
                            change.after(),
                            change.toString())
                    : new Told(kind, difference.sheet(), null, null, null, difference.toString());
        }
    }

    /** By sheet, in the order of the newer workbook's tabs; empty where both say the same. */
    public List<Difference> between(Edition before, Edition after) {
        DiffResult result = WorkbookDiff.between(editions.workbook(before), editions.workbook(after));
        if (result instanceof DiffResult.Compared compared) {
            return compared.differences();
        }
        DiffResult.Unreadable unreadable = (DiffResult.Unreadable) result;
        String name = unreadable.side() == DiffResult.Side.OLD ? before.name() : after.name();
        throw Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "%s cannot be read: %s.".formatted(name, unreadable.message()));
    }
}
