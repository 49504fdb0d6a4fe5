package org.trueup.spreadsheets.annotate;

import org.trueup.spreadsheets.parts.Xml;

/** How a cell of a sheet made here looks: like the policy workbooks themselves. */
enum Look {
    TITLE("<b/><sz val=\"16\"/><color rgb=\"FF2F4858\"/>", false, ""),
    HELP("<sz val=\"10\"/><color rgb=\"FF5F6B76\"/>", false, ""),
    HEADER(
            "<b/><sz val=\"10\"/><color rgb=\"FFFFFFFF\"/>",
            true,
            "<alignment horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"/>"),
    TEXT(
            "<sz val=\"10\"/><color rgb=\"FF1D252C\"/>",
            false,
            "<alignment horizontal=\"left\" vertical=\"top\" wrapText=\"1\" indent=\"1\"/>"),
    /** Goes on over the empty cells beside it. */
    LINE(
            "<sz val=\"10\"/><color rgb=\"FF1D252C\"/>",
            false,
            "<alignment horizontal=\"left\" vertical=\"top\" indent=\"1\"/>"),
    LINK(
            "<b/><u/><sz val=\"10\"/><color rgb=\"FF2F4858\"/>",
            false,
            "<alignment horizontal=\"left\" vertical=\"top\" indent=\"1\"/>");

    private final String font;
    private final boolean slate;
    private final String alignment;

    Look(String font, boolean slate, String alignment) {
        this.font = font;
        this.slate = slate;
        this.alignment = alignment;
    }

    String font() {
        return "<font xmlns=\"" + Xml.SHEET + "\">" + font + "<name val=\"Arial\"/></font>";
    }

    String fill() {
        String pattern = slate
                ? "<patternFill patternType=\"solid\"><fgColor rgb=\"FF2F4858\"/></patternFill>"
                : "<patternFill patternType=\"none\"/>";
        return "<fill xmlns=\"" + Xml.SHEET + "\">" + pattern + "</fill>";
    }

    String format(int font, int fill) {
        return ("<xf xmlns=\"%s\" numFmtId=\"0\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyFont=\"1\""
                        + " applyFill=\"1\" applyAlignment=\"1\">%s</xf>")
                .formatted(Xml.SHEET, font, fill, alignment);
    }
}
