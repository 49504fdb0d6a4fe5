package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trueup.spreadsheets.edit.EditResult.Edited;
import org.trueup.spreadsheets.edit.EditResult.NotPossible;
import org.trueup.spreadsheets.parts.SheetCells;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.policybook.SheetForm.FormColumn;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;

/** The door of this package: a workbook and what to do to it, the edited workbook out. Safe for many threads. */
public final class EditedWorkbook {
    private static final Logger LOG = LoggerFactory.getLogger(EditedWorkbook.class);
    private static final int LAST_ROW = 20_000;

    private final WorkbookPackage parts;
    private final Tabs tabs;
    private final CellWriter writer;
    private final WorkbookGrid grid;
    private final Map<String, SheetCells> cells = new HashMap<>();
    private final Map<String, Integer> nextRows = new HashMap<>();
    private final List<String> changes = new ArrayList<>();

    private EditedWorkbook(WorkbookPackage parts, WorkbookGrid grid) throws IOException {
        this.parts = parts;
        this.grid = grid;
        tabs = new Tabs(parts);
        writer = new CellWriter(parts, tabs);
        grid.sheets().forEach(sheet -> nextRows.put(sheet.sheet(), sheet.nextRow()));
    }

    /**
     * Does all of the edits, one after the other, or none.
     *
     * @param workbook one that {@link org.trueup.spreadsheets.policybook.PolicyBook} can open
     * @param grid of the same workbook
     */
    public static EditResult of(byte[] workbook, WorkbookGrid grid, List<Edit> edits) {
        int at = 0;
        try {
            EditedWorkbook edited = new EditedWorkbook(new WorkbookPackage(workbook), grid);
            for (Edit edit : edits) {
                edited.apply(edit);
                at++;
            }
            return new Edited(edited.parts.bytes(), List.copyOf(edited.changes));
        } catch (NotEditable told) {
            return new NotPossible(at, told.sentence());
        } catch (IOException oddPart) {
            LOG.debug("A part of a workbook cannot be edited", oddPart);
            return new NotPossible(
                    at,
                    "Nothing can be written into the file: a part of it is not as Excel writes it; open it in Excel and"
                            + " save it again as \"Excel Workbook (*.xlsx)\".");
        }
    }

    private void apply(Edit edit) throws IOException, NotEditable {
        SheetGrid sheet = grid.sheet(edit.sheet())
                .orElseThrow(() -> new NotEditable(
                        "There is no table on a sheet \"%s\" that could be edited.".formatted(edit.sheet())));
        if (edit instanceof Edit.SetCell one) {
            set(sheet, place(one.cell()), one.value());
        } else if (edit instanceof Edit.AddRow row) {
            add(sheet, row.values());
        } else {
            delete(sheet, ((Edit.DeleteRow) edit).row());
        }
    }

    private void add(SheetGrid sheet, Map<String, String> values) throws IOException, NotEditable {
        List<String> headers = sheet.columns().stream().map(FormColumn::header).toList();
        for (String header : values.keySet()) {
            if (!headers.contains(header)) {
                throw new NotEditable("The sheet %s has no column \"%s\".".formatted(sheet.sheet(), header));
            }
        }
        int row = nextRow(sheet);
        for (FormColumn column : sheet.columns()) {
            set(sheet, Place.of(column.letters() + row), values.getOrDefault(column.header(), ""));
        }
    }

    private void delete(SheetGrid sheet, int row) throws IOException, NotEditable {
        for (FormColumn column : sheet.columns()) {
            requireInTable(sheet, Place.of(column.letters() + Math.max(1, row)));
            Place place = Place.of(column.letters() + row);
            if (cells(sheet).find(place).isPresent()) {
                set(sheet, place, "");
            }
        }
    }

    private void set(SheetGrid sheet, Place place, String typed) throws IOException, NotEditable {
        FormColumn column = requireInTable(sheet, place);
        SheetCells found = cells(sheet);
        if (place.row() == nextRow(sheet)) {
            new SheetGrowth(parts, part(sheet), found).makeRoom(sheet, place.row());
            nextRows.put(sheet.sheet(), place.row() + (typed.isBlank() ? 0 : 1));
        }
        Optional<Element> there = found.find(place);
        if (typed.isBlank() && there.isEmpty()) {
            return;
        }
        int format = found.format(place);
        Element cell = found.cell(place);
        if (there.isEmpty() && format != 0) {
            found.format(place, format);
        }
        writer.write(cell, format, column.shape().kind(), typed);
        String before = sheet.typed(column.letters(), place.row());
        if (!before.equals(typed)) {
            changes.add("%s!%s: %s → %s".formatted(sheet.sheet(), place, shown(before), shown(typed)));
        }
    }

    private FormColumn requireInTable(SheetGrid sheet, Place place) throws NotEditable {
        String where = sheet.sheet() + "!" + place;
        if (place.row() <= sheet.headerRow()) {
            throw new NotEditable("%s stands above the rows of the table; they begin in row %d."
                    .formatted(where, sheet.headerRow() + 1));
        }
        if (place.row() > nextRow(sheet) || place.row() > LAST_ROW) {
            throw new NotEditable(
                    "%s stands below the table; the next row is row %d.".formatted(where, nextRow(sheet)));
        }
        return sheet.columnAt(Place.letters(place.column()))
                .orElseThrow(() -> new NotEditable("%s stands under no column of the table.".formatted(where)));
    }

    private int nextRow(SheetGrid sheet) {
        return nextRows.getOrDefault(sheet.sheet(), sheet.nextRow());
    }

    private SheetCells cells(SheetGrid sheet) throws IOException, NotEditable {
        SheetCells known = cells.get(sheet.sheet());
        if (known == null) {
            known = new SheetCells(parts.root(part(sheet)));
            cells.put(sheet.sheet(), known);
        }
        return known;
    }

    private String part(SheetGrid sheet) throws NotEditable {
        return tabs.part(sheet.sheet())
                .orElseThrow(
                        () -> new NotEditable("The sheet %s cannot be found in the file.".formatted(sheet.sheet())));
    }

    private static Place place(String cell) throws NotEditable {
        if (!cell.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
            throw new NotEditable("\"%s\" is no cell; name one as Excel does, for example E5.".formatted(cell));
        }
        return Place.of(cell);
    }

    private static String shown(String typed) {
        return typed.isBlank() ? "empty" : typed;
    }
}
