package org.trueup.spreadsheets.edit;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.spreadsheets.edit.SheetGrid.GridRow;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.SheetForm;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.Place;
import org.trueup.spreadsheets.sheet.SheetContent;

/**
 * The tables of a policy workbook, to be shown and edited: of every sheet whose table was found, whatever is wrong with its cells.
 *
 * @param sheets in the order of their tabs
 */
public record WorkbookGrid(List<SheetGrid> sheets) {

    /** Of a workbook that was read; no sheets at all where it could not be opened. */
    public static WorkbookGrid of(PolicyDraft draft) {
        return new WorkbookGrid(draft.forms().stream()
                .map(form -> grid(form, content(draft.contents(), form.tab())))
                .toList());
    }

    /** The grid of a sheet by its tab. */
    public Optional<SheetGrid> sheet(String tab) {
        return sheets.stream().filter(sheet -> sheet.sheet().equals(tab)).findFirst();
    }

    private static SheetContent content(List<SheetContent> sheets, String tab) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(tab))
                .findFirst()
                .orElseThrow();
    }

    private static SheetGrid grid(SheetForm form, SheetContent content) {
        List<GridRow> rows = new ArrayList<>();
        for (SheetContent.Row row : content.rows()) {
            Map<String, String> cells = row.number() > form.headerRow() ? cells(form, row) : Map.of();
            if (!cells.isEmpty()) {
                rows.add(new GridRow(row.number(), cells));
            }
        }
        int last = rows.isEmpty() ? form.headerRow() : rows.get(rows.size() - 1).row();
        return new SheetGrid(form.tab(), form.headerRow(), last + 1, form.columns(), List.copyOf(rows));
    }

    private static Map<String, String> cells(SheetForm form, SheetContent.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (FormColumn column : form.columns()) {
            CellValue value =
                    row.cells().get(Place.of(column.letters() + row.number()).column());
            if (value != null) {
                cells.put(column.letters(), typed(value));
            }
        }
        return cells;
    }

    /** As somebody would type it. */
    private static String typed(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return text.text();
        } else if (value instanceof CellValue.Number number) {
            return number.percent()
                    ? number.value().movePointRight(2).stripTrailingZeros().toPlainString() + " %"
                    : number.value().toPlainString();
        } else if (value instanceof CellValue.Date date) {
            return date.value().toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.value().toLocalDate().toString()
                    : date.value().toString();
        } else if (value instanceof CellValue.YesNo yesNo) {
            return yesNo.value() ? "yes" : "no";
        }
        return value instanceof CellValue.Formula formula ? "=" + formula.text() : ((CellValue.Broken) value).code();
    }
}
