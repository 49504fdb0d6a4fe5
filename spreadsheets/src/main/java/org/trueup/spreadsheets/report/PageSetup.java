package org.trueup.spreadsheets.report;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How a sheet prints: landscape, one page wide, each page with its number. */
final class PageSetup {
    private static final double NARROW_INCHES = 0.4;
    private static final double FOOT_INCHES = 0.6;

    private PageSetup() {}

    /** So many pages long at most; 0 stands for as many as it takes. */
    static void apply(Sheet sheet, int pagesLong) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) pagesLong);
        sheet.setMargin(PageMargin.LEFT, NARROW_INCHES);
        sheet.setMargin(PageMargin.RIGHT, NARROW_INCHES);
        sheet.setMargin(PageMargin.TOP, NARROW_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, FOOT_INCHES);
        Footer footer = sheet.getFooter();
        footer.setLeft("&F");
        footer.setCenter("&A");
        footer.setRight("Page &P of &N");
    }
}
