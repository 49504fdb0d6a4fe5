package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trueup.spreadsheets.diff.DiffResult.Compared;
import org.trueup.spreadsheets.diff.DiffResult.Side;
import org.trueup.spreadsheets.diff.DiffResult.Unreadable;
import org.trueup.spreadsheets.diff.Difference.SheetAdded;
import org.trueup.spreadsheets.diff.Difference.SheetRemoved;
import org.trueup.spreadsheets.diff.Difference.SheetRenamed;
import org.trueup.spreadsheets.sheet.SheetContent;
import org.trueup.spreadsheets.sheet.WorkbookReader;
import org.trueup.spreadsheets.sheet.WorkbookReading;
import org.trueup.spreadsheets.sheet.WorkbookReading.NotOpened;
import org.trueup.spreadsheets.sheet.WorkbookReading.Opened;

/** The door of this package: two policy workbooks in, what changed out. Safe for many threads. */
public final class WorkbookDiff {
    private WorkbookDiff() {}

    /**
     * Compares two workbooks that anybody may have typed or sent; both may hold errors.
     *
     * @param before the bytes of the old {@code .xlsx} file
     * @param after the bytes of the new one
     * @return what changed, or which file cannot be opened and why; never throws for what a person can send
     */
    public static DiffResult between(byte[] before, byte[] after) {
        WorkbookReading old = WorkbookReader.read(before, every -> true);
        if (old instanceof NotOpened refused) {
            return new Unreadable(Side.OLD, sentence(refused));
        }
        WorkbookReading now = WorkbookReader.read(after, every -> true);
        if (now instanceof NotOpened refused) {
            return new Unreadable(Side.NEW, sentence(refused));
        }
        return new Compared(differences(((Opened) old).sheets(), ((Opened) now).sheets()));
    }

    private static String sentence(NotOpened refused) {
        return refused.sheet() == null
                ? refused.message()
                : "the sheet \"" + refused.sheet() + "\": " + refused.message();
    }

    private static List<Difference> differences(List<SheetContent> before, List<SheetContent> after) {
        List<Difference> found = new ArrayList<>();
        List<SheetContent> left = new ArrayList<>(before);
        left.removeIf(sheet -> named(sheet.name(), after).isPresent());
        for (SheetContent sheet : after) {
            Optional<SheetContent> same = named(sheet.name(), before);
            Optional<SheetContent> renamed = same.isPresent() ? Optional.empty() : alike(sheet, left);
            renamed.ifPresent(old -> {
                left.remove(old);
                found.add(new SheetRenamed(sheet.name(), old.name()));
            });
            same.or(() -> renamed)
                    .ifPresentOrElse(
                            old -> found.addAll(SheetDiff.of(old, sheet)),
                            () -> found.add(
                                    new SheetAdded(sheet.name(), sheet.rows().size())));
        }
        left.forEach(gone -> found.add(new SheetRemoved(gone.name(), gone.rows().size())));
        return List.copyOf(found);
    }

    private static Optional<SheetContent> named(String tab, List<SheetContent> sheets) {
        return sheets.stream()
                .filter(sheet -> Heading.key(sheet.name()).equals(Heading.key(tab)))
                .findFirst();
    }

    /** A sheet of which most rows are found again under another name. */
    private static Optional<SheetContent> alike(SheetContent sheet, List<SheetContent> left) {
        return left.stream().filter(old -> share(old, sheet) > 0.5).findFirst();
    }

    private static double share(SheetContent one, SheetContent other) {
        Set<Object> rows = new HashSet<>(one.rows().stream()
                .map(row -> (Object) row.cells().values().toString())
                .toList());
        long same = other.rows().stream()
                .filter(row -> rows.contains(row.cells().values().toString()))
                .count();
        return same
                / (double) Math.max(1, Math.max(one.rows().size(), other.rows().size()));
    }
}
