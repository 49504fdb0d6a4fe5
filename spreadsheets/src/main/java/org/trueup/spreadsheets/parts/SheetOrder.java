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
            "legacyDrawing");

    private SheetOrder() {}

    /** Puts markup into a sheet before whatever must come after it; what the list does not name comes last. */
    public static Element insert(Element worksheet, String markup) {
        String name = markup.replaceAll("(?s)^<(\\w+).*", "$1");
        int rank = ORDER.indexOf(name);
        Element before = Xml.children(worksheet).stream()
                .filter(child -> rank(child) > rank)
                .findFirst()
                .orElse(null);
        return Xml.insert(worksheet, markup, before);
    }

    private static int rank(Element child) {
        int rank = ORDER.indexOf(child.getLocalName());
        return rank < 0 ? ORDER.size() : rank;
    }
}
