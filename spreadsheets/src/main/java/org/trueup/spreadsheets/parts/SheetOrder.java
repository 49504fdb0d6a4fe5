package org.trueup.spreadsheets.parts;

import java.util.List;
import org.w3c.dom.Element;

/** Excel takes the parts of a sheet's markup in one order only. */
public final class SheetOrder {
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private SheetOrder() {}

    /** Puts markup into a sheet before whatever must come after it; what the list does not name comes last. */
    public static Element insert(Element worksheet, String markup) {
        String name = markup.replaceAll("(?s)^<(\\w+).*", "$1");
        int rank = rank(name);
        Element before = Xml.children(worksheet).stream()
                .filter(child -> rank(child.getLocalName()) > rank)
                .findFirst()
                .orElse(null);
        return Xml.insert(worksheet, markup, before);
    }

    private static int rank(String name) {
        int rank = ORDER.indexOf(name);
        return rank < 0 ? ORDER.size() : rank;
    }
}
