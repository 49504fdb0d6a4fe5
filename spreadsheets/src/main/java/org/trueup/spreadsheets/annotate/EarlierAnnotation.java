package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.parts.SheetCells;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.CheckMarks;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;
import org.trueup.spreadsheets.sheet.Place;
import org.trueup.spreadsheets.sheet.SheetContent;
import org.w3c.dom.Element;

/** What an earlier check wrote into the workbook, found again and taken off, whichever program saved it since. */
final class EarlierAnnotation {
    private final WorkbookPackage parts;
    private final Tabs tabs;
    private final Styles styles;
    private final List<SheetContent> contents;

    EarlierAnnotation(WorkbookPackage parts, Tabs tabs, Styles styles, List<SheetContent> contents) {
        this.parts = parts;
        this.tabs = tabs;
        this.styles = styles;
        this.contents = contents;
    }

    void takeOff() throws IOException {
        List<SheetContent> lists =
                contents.stream().filter(EarlierAnnotation::isList).toList();
        if (lists.isEmpty()) {
            return;
        }
        Map<String, Integer> formats = new HashMap<>();
        for (SheetContent list : lists) {
            if (titled(list, CheckMarks.PROBLEMS, ProblemList.TITLE)) {
                formats.putAll(formatsBefore(list));
            }
        }
        for (SheetContent list : lists) {
            tabs.remove(list.name());
        }
        for (SheetContent sheet : contents) {
            Optional<String> part = tabs.part(sheet.name());
            if (part.isPresent()
                    && Xml.child(parts.root(part.get()), "sheetData").isPresent()) {
                new Notes(parts, part.get()).clear();
                takeOff(parts.root(part.get()), sheet, formats);
            }
        }
    }

    /** Whether a tab holds a list of a check, and not a sheet of the analyst's own with that name. */
    static boolean isList(SheetContent sheet) {
        return titled(sheet, CheckMarks.PROBLEMS, ProblemList.TITLE)
                || titled(sheet, CheckMarks.COVERAGE, CoverageList.TITLE);
    }

    private static boolean titled(SheetContent sheet, List<String> tabs, String title) {
        return tabs.contains(sheet.name())
                && sheet.rows().stream().anyMatch(row -> row.number() == 1 && title.equals(text(row, 0)));
    }

    private Map<String, Integer> formatsBefore(SheetContent list) throws IOException {
        Map<String, Integer> formats = new HashMap<>();
        SheetCells cells = new SheetCells(parts.root(tabs.part(list.name()).orElseThrow()));
        for (SheetContent.Row row : list.rows()) {
            String cell = text(row, ProblemList.CELL);
            if (row.number() > ListSheet.HEADER_ROW && cell != null) {
                int before = cells.format(new Place(ProblemList.BEFORE, row.number()));
                formats.put(text(row, ProblemList.SHEET) + "!" + cell, before);
            }
        }
        return formats;
    }

    private void takeOff(Element worksheet, SheetContent sheet, Map<String, Integer> formats) {
        SheetCells cells = new SheetCells(worksheet);
        for (SheetContent.Row row : sheet.rows()) {
            row.cells().forEach((column, value) -> {
                if (value instanceof CellValue.Text text && CheckMarks.isHeading(text.text())) {
                    cells.removeBelow(new Place(column, row.number()));
                    ColumnWidths.reset(worksheet, column);
                }
            });
        }
        for (Place place : cells.places(styles::isFilled)) {
            int before = formats.getOrDefault(sheet.name() + "!" + place, 0);
            int now = styles.unfilled(cells.format(place), before);
            cells.format(place, now);
            cells.removeIfUnused(place, now);
        }
    }

    private static @Nullable String text(SheetContent.Row row, int column) {
        return Stream.ofNullable(row.cells().get(column))
                .filter(CellValue.Text.class::isInstance)
                .map(cell -> CellText.line(((CellValue.Text) cell).text()))
                .findFirst()
                .orElse(null);
    }
}
