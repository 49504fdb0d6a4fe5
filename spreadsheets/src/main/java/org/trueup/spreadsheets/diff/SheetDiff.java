package org.trueup.spreadsheets.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trueup.spreadsheets.sheet.SheetContent;

/** Compares two sheets: as tables where both hold one, otherwise row by row as text. */
final class SheetDiff {
    private static final RowName BY_NUMBER = new RowName(List.of(), Set.of());

    private SheetDiff() {}

    static List<Difference> of(SheetContent before, SheetContent after) {
        Optional<RowName> name = RowName.on(after.name());
        Optional<SheetTable> old = name.flatMap(known -> SheetTable.on(before));
        Optional<SheetTable> now = name.flatMap(known -> SheetTable.on(after));
        if (name.isEmpty() || old.isEmpty() || now.isEmpty()) {
            return text(after.name(), SheetTable.text(before.rows()), SheetTable.text(after.rows()));
        }
        List<Difference> found = new ArrayList<>(text(
                after.name(),
                SheetTable.text(SheetTable.above(old.get(), before)),
                SheetTable.text(SheetTable.above(now.get(), after))));
        found.addAll(TableDiff.of(after.name(), name.get(), old.get(), now.get()));
        return found;
    }

    private static List<Difference> text(String sheet, SheetTable before, SheetTable after) {
        return TableDiff.of(sheet, BY_NUMBER, before, after);
    }
}
