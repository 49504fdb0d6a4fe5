package org.trueup.spreadsheets.annotate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.Severity;
import org.w3c.dom.Element;

/**
 * The filling of a bad cell. The two differ on a grey printer too: one is plain, the other hatched. Their colours are a
 * hair beside Excel's own "Bad" and "Neutral", so that they are known again.
 */
enum Fill {
    ERROR("solid", "FFFFC7CD", "FFFFC7CD", "FF9C0006"),
    WARNING("lightUp", "FFE0A001", "FFFFF2CD", "FF5F4B00");

    private final String pattern;
    private final String foreground;
    private final String background;
    private final String letters;

    Fill(String pattern, String foreground, String background, String letters) {
        this.pattern = pattern;
        this.foreground = foreground;
        this.background = background;
        this.letters = letters;
    }

    static Fill of(Severity severity) {
        return severity == Severity.ERROR ? ERROR : WARNING;
    }

    /** Dark letters: a heading's white ones could not be read on the filling. */
    String letters() {
        return letters;
    }

    String markup() {
        return ("<fill xmlns=\"%s\"><patternFill patternType=\"%s\"><fgColor rgb=\"%s\"/><bgColor rgb=\"%s\"/>"
                        + "</patternFill></fill>")
                .formatted(Xml.SHEET, pattern, foreground, background);
    }

    /** Whether a fill of the workbook is one of these, whichever program saved it since. */
    static boolean isOurs(Element fill) {
        Optional<Element> color = Xml.child(fill, "patternFill").flatMap(found -> Xml.child(found, "fgColor"));
        return color.map(found -> found.getAttribute("rgb").toUpperCase(Locale.ROOT))
                .filter(rgb -> Arrays.stream(values()).anyMatch(ours -> ours.foreground.equals(rgb)))
                .isPresent();
    }
}
