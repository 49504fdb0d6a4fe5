package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.same;
import static org.trueup.spreadsheets.corpus.CorpusFile.taken;
import static org.trueup.spreadsheets.corpus.Sent.at;
import static org.trueup.spreadsheets.corpus.Sent.edited;
import static org.trueup.spreadsheets.corpus.Sent.typed;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What people do to a workbook without thinking, which is meant well and taken so. */
final class CommonHabits {
    private CommonHabits() {}

    static Stream<CorpusFile> files() throws IOException {
        return Stream.of(typing(), arranging(), programs()).flatMap(files -> files);
    }

    private static Stream<CorpusFile> typing() {
        return Stream.of(
                same("a number stored as text", typed("Plans", "E5", "5")),
                same("trailing spaces", typed("Plans", "A6", "Large  ")),
                same("non-breaking spaces", typed("Plans", "A6", "\u00A0Large\u00A0")),
                same("zero-width spaces", typed("Plans", "A6", "\u200BLarge\uFEFF")),
                same("full-width digits", typed("Plans", "E5", "\uFF15")),
                same("decimals of a whole number", typed("Plans", "E5", "5.0")),
                same("a plus sign", typed("Plans", "E5", "+5")),
                same("a percentage as text", typed("Checks", "F5", "90 %")),
                same("a full-width percentage", typed("Checks", "F5", "\uFF19\uFF10\uFF05")),
                same("a percentage without its sign", typed("Checks", "F5", "90")),
                same("words in small letters", typed("Over the limit", "G5", "compliant")),
                same("a currency in small letters", typed("Plans", "D5", "usd")),
                same("a line break after a word", typed("Plans", "A6", "Large\n")),
                taken(
                        "curly quotes in a text",
                        typed("Over the limit", "K5", "\u201CFine\u201D \u2013 it\u2019s \u2018ok\u2019")),
                taken("a text that begins like a formula", typed("Exemption accounts", "D5", "=cmd|'/c calc'!A0")),
                taken("a date as text", typed("Plans", "H5", "2030-12-31")),
                taken("a date with full-width digits", typed("Plans", "H5", "\uFF12\uFF10\uFF13\uFF10-12-31")),
                taken("a date counted from 1904", edited(book -> {
                    book.getCTWorkbook().getWorkbookPr().setDate1904(true);
                    at(book.getSheet("Plans"), "H5").setCellValue(LocalDate.of(2030, 12, 31));
                })),
                taken("thousands set apart by a space", typed("Plans", "F5", "1\u00A0200")));
    }

    private static Stream<CorpusFile> arranging() {
        return Stream.of(
                same("a column that was moved", edited(book -> swap(book.getSheet("Who counts"), 1, 2))),
                same("hidden columns", edited(book -> book.getSheet("Plans").setColumnHidden(4, true))),
                same(
                        "hidden rows",
                        edited(book -> book.getSheet("Plans").getRow(5).setZeroHeight(true))),
                same(
                        "a hidden sheet",
                        edited(book ->
                                book.setSheetVisibility(book.getSheetIndex("Settings"), SheetVisibility.VERY_HIDDEN))),
                same("sheets in another order", edited(book -> book.setSheetOrder("Plans", 6))),
                same(
                        "a sheet's name in capitals",
                        edited(book -> book.setSheetName(book.getSheetIndex("Settings"), "SETTINGS "))),
                same("headings in another spelling", typed("Plans", "C4", "price per\nlicence  and MONTH")),
                same("blank rows in the middle", edited(book -> {
                    tablesOff(book.getSheet("Plans"));
                    book.getSheet("Plans").shiftRows(5, 6, 3);
                })),
                same("a table further down", edited(book -> {
                    tablesOff(book.getSheet("Settings"));
                    book.getSheet("Settings").shiftRows(3, 15, 5);
                })),
                same(
                        "a merged title",
                        edited(book -> book.getSheet("Plans").addMergedRegion(CellRangeAddress.valueOf("A1:D1")))),
                same(
                        "a filter",
                        edited(book -> book.getSheet("Changes").setAutoFilter(CellRangeAddress.valueOf("A4:D4")))),
                same("a protected workbook", edited(book -> book.lockStructure())),
                same("a note that only people read", typed("Read me", "B28", "System.exit(1)")));
    }

    private static Stream<CorpusFile> programs() throws IOException {
        try (InputStream saved = CommonHabits.class.getResourceAsStream("/corpus/plecto-saved-by-libreoffice.xlsx")) {
            return Stream.of(
                    same("saved by LibreOffice", saved.readAllBytes()),
                    same("saved by POI", edited(book -> {})),
                    same("saved by Google Sheets", OtherPrograms.google()),
                    same("saved with prefixes, as by the Open XML SDK", OtherPrograms.prefixed()),
                    same("saved with texts in the cells, as by Numbers", OtherPrograms.inline()),
                    same("saved without addresses of cells", OtherPrograms.withoutAddresses()));
        }
    }

    static void tablesOff(XSSFSheet sheet) {
        List.copyOf(sheet.getTables()).forEach(sheet::removeTable);
    }

    /** Two columns of texts change places, as when one of them is dragged. */
    private static void swap(XSSFSheet sheet, int one, int other) {
        tablesOff(sheet);
        for (int number = 3; number <= sheet.getLastRowNum(); number++) {
            XSSFRow row = sheet.getRow(number);
            if (row != null && row.getCell(one) != null && row.getCell(other) != null) {
                String text = row.getCell(one).getStringCellValue();
                set(row.getCell(one), row.getCell(other).getStringCellValue());
                set(row.getCell(other), text);
            }
        }
    }

    private static void set(XSSFCell cell, String text) {
        if (text.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(text);
        }
    }
}
