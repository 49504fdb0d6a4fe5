package org.trueup.spreadsheets.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.CellShape.Kind;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;

/** Cells of every shipped workbook and of the template changed and changed back: nothing is lost on the way. */
class RoundTripTest {

    static Stream<Vendor> workbooks() {
        return Stream.concat(PolicyBook.shipped().keySet().stream(), Stream.of(new Vendor("template")));
    }

    private static byte[] workbook(Vendor vendor) {
        return PolicyBook.shipped().getOrDefault(vendor, PolicyBook.template());
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void oneCellChangedTouchesThePartOfItsSheetAlone(Vendor vendor) {
        byte[] original = workbook(vendor);
        for (SheetGrid sheet : grid(vendor, original).sheets()) {
            FormColumn column = sheet.columns().get(0);
            int row = sheet.headerRow() + 1;
            byte[] changed = edit(vendor, original, List.of(cell(sheet, column, row, "Something else")));
            assertThat(different(original, changed)).as(sheet.sheet()).hasSize(1);

            byte[] back = edit(vendor, changed, List.of(cell(sheet, column, row, sheet.typed(column.letters(), row))));

            assertSame(original, back);
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everyCellChangedAndChangedBackHoldsWhatItHeld(Vendor vendor) {
        byte[] original = workbook(vendor);
        WorkbookGrid grid = grid(vendor, original);
        List<Edit> there = new ArrayList<>();
        List<Edit> back = new ArrayList<>();
        for (SheetGrid sheet : grid.sheets()) {
            for (SheetGrid.GridRow row : sheet.rows()) {
                for (FormColumn column : sheet.columns()) {
                    there.add(cell(sheet, column, row.row(), other(column)));
                    back.add(cell(sheet, column, row.row(), sheet.typed(column.letters(), row.row())));
                }
            }
        }
        assertThat(there).hasSizeGreaterThan(100);

        byte[] changed = edit(vendor, original, there);
        byte[] restored = edit(vendor, changed, back);

        assertThat(grid(vendor, restored)).isEqualTo(grid);
        assertSame(original, restored);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void emptyingEachTablesLastRowAndTypingItAgainHoldsWhatItHeld(Vendor vendor) {
        byte[] original = workbook(vendor);
        for (SheetGrid sheet : grid(vendor, original).sheets()) {
            if (sheet.rows().isEmpty()) {
                continue;
            }
            int last = sheet.nextRow() - 1;
            byte[] without = edit(vendor, original, List.of(new Edit.DeleteRow(sheet.sheet(), last)));
            assertThat(grid(vendor, without).sheet(sheet.sheet()).orElseThrow().rows())
                    .isEqualTo(sheet.rows().subList(0, sheet.rows().size() - 1));

            List<Edit> again = sheet.columns().stream()
                    .<Edit>map(column -> cell(sheet, column, last, sheet.typed(column.letters(), last)))
                    .toList();

            if (last == grid(vendor, without).sheet(sheet.sheet()).orElseThrow().nextRow()) {
                assertSame(original, edit(vendor, without, again));
            }
        }
    }

    private static Edit cell(SheetGrid sheet, FormColumn column, int row, String typed) {
        return new Edit.SetCell(sheet.sheet(), column.letters() + row, typed);
    }

    private static String other(FormColumn column) {
        Kind kind = column.shape().kind();
        return switch (kind) {
            case NUMBER, NUMBER_OR_TEXT -> "123.25";
            case PERCENT -> "12.5 %";
            case DATE -> "2031-07-08";
            case CHOICE, TEXT -> "Something \"else\" <here> & there";
        };
    }

    static WorkbookGrid grid(Vendor vendor, byte[] workbook) {
        return WorkbookGrid.of(PolicyBook.draft(vendor, 1, workbook));
    }

    static byte[] edit(Vendor vendor, byte[] workbook, List<Edit> edits) {
        EditResult result = EditedWorkbook.of(workbook, grid(vendor, workbook), edits);
        assertThat(result).isInstanceOf(EditResult.Edited.class);
        return ((EditResult.Edited) result).workbook();
    }

    private static Set<String> different(byte[] one, byte[] other) {
        Map<String, byte[]> before = Zipped.parts(one);
        Map<String, byte[]> after = Zipped.parts(other);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        Set<String> different = new TreeSet<>();
        before.forEach((name, part) -> {
            if (!Arrays.equals(part, after.get(name))) {
                different.add(name);
            }
        });
        return different;
    }

    /** Sheets that were written say the same; every other part has its bytes. */
    private static void assertSame(byte[] original, byte[] back) {
        assertThat(different(original, back)).allSatisfy(part -> {
            assertThat(part).startsWith("xl/worksheets/");
            assertThat(Zipped.markup(Zipped.parts(back).get(part))
                            .isEqualNode(Zipped.markup(Zipped.parts(original).get(part))))
                    .as(part)
                    .isTrue();
        });
    }
}
