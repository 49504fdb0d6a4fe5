package org.trueup.spreadsheets.annotate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trueup.spreadsheets.parts.Xml;
import org.w3c.dom.Element;

/** The text of one comment: one piece, or several, each with its own letters. */
record NoteText(Element text) {
    private static final String PRESERVE = "http://www.w3.org/XML/1998/namespace";

    static NoteText of(Element comment) {
        return new NoteText(
                Xml.child(comment, "text").orElseGet(() -> Xml.append(comment, "<text xmlns=\"" + Xml.SHEET + "\"/>")));
    }

    String value() {
        return pieces().stream().map(Element::getTextContent).collect(Collectors.joining());
    }

    /** Puts more behind the text; pieces that are there keep their letters. */
    void append(String more) {
        if (Xml.child(text, "r").isEmpty() && Xml.child(text, "t").isPresent()) {
            Element piece = Xml.child(text, "t").get();
            set(piece, piece.getTextContent() + more);
        } else {
            Xml.append(
                    text, "<r xmlns=\"%s\"><t xml:space=\"preserve\">%s</t></r>".formatted(Xml.SHEET, Xml.text(more)));
        }
    }

    /** Cuts the text where a mark first stands; nothing happens, and false is answered, where it stands nowhere. */
    boolean cutAt(String mark) {
        int left = value().indexOf(mark);
        if (left < 0) {
            return false;
        }
        for (Element piece : pieces()) {
            String now = piece.getTextContent();
            if (left == 0) {
                Element run = (Element) piece.getParentNode();
                (run.equals(text) ? text : (Element) run.getParentNode()).removeChild(run.equals(text) ? piece : run);
            } else if (left < now.length()) {
                set(piece, now.substring(0, left));
            }
            left = Math.max(0, left - now.length());
        }
        return true;
    }

    private List<Element> pieces() {
        return Xml.children(text).stream()
                .flatMap(child -> switch (child.getLocalName()) {
                    case "t" -> Stream.of(child);
                    case "r" -> Xml.children(child, "t");
                    default -> Stream.<Element>empty();
                })
                .toList();
    }

    private static void set(Element piece, String value) {
        piece.setTextContent(Xml.holdable(value));
        if (!value.equals(value.strip())) {
            piece.setAttributeNS(PRESERVE, "xml:space", "preserve");
        }
    }
}
