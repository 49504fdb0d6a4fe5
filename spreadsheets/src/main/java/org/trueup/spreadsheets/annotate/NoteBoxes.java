package org.trueup.spreadsheets.annotate;

import java.util.List;
import java.util.Optional;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;

/** The boxes in which a sheet's comments show, in the old drawing language that Excel still keeps them in. */
final class NoteBoxes {
    /** A box as high as its text. */
    private static final String FITS = "mso-fit-shape-to-text:t";

    private static final String NAMESPACES = "xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    private static final String KIND = "<v:shapetype " + NAMESPACES
            + " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    static final String NONE = "<xml " + NAMESPACES
            + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>" + KIND + "</xml>";

    private static final String BOX = "<v:shape " + NAMESPACES
            + " id=\"_x0000_s%d\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:59.25pt;margin-top:1.5pt;"
            + "width:330px;height:78px;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
            + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
            + "<v:textbox style=\"mso-direction-alt:auto;" + FITS + "\"><div style=\"text-align:left\"/></v:textbox>"
            + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>"
            + "<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>";

    private final Element drawing;

    NoteBoxes(Element drawing) {
        this.drawing = drawing;
    }

    void add(Place place) {
        boolean kindKnown = Xml.children(drawing, "shapetype")
                .anyMatch(kind -> kind.getAttribute("id").equals("_x0000_t202"));
        if (!kindKnown) {
            Xml.append(drawing, KIND);
        }
        int id = 1 + shapes().stream().mapToInt(NoteBoxes::number).max().orElse(1024);
        Xml.append(drawing, BOX.formatted(id, place.row() - 1, place.column()));
    }

    void remove(Place place) {
        at(place).ifPresent(drawing::removeChild);
    }

    /** Lets the box of a comment that grew show all of it. */
    void fit(Place place) {
        box(place)
                .filter(box -> !box.getAttribute("style").contains(FITS))
                .ifPresent(box -> box.setAttribute("style", box.getAttribute("style") + ";" + FITS));
    }

    /** Takes back what {@link #fit} did. */
    void unfit(Place place) {
        box(place)
                .ifPresent(box ->
                        box.setAttribute("style", box.getAttribute("style").replace(";" + FITS, "")));
    }

    boolean isEmpty() {
        return shapes().isEmpty();
    }

    private Optional<Element> box(Place place) {
        return at(place).flatMap(shape -> Xml.child(shape, "textbox"));
    }

    private Optional<Element> at(Place place) {
        return shapes().stream()
                .filter(shape -> Xml.child(shape, "ClientData")
                        .filter(data -> says(data, "Row", place.row() - 1) && says(data, "Column", place.column()))
                        .isPresent())
                .findFirst();
    }

    private static boolean says(Element data, String name, int number) {
        return Xml.child(data, name)
                .filter(found -> found.getTextContent().strip().equals(String.valueOf(number)))
                .isPresent();
    }

    private List<Element> shapes() {
        return Xml.children(drawing, "shape").toList();
    }

    private static int number(Element shape) {
        String digits = shape.getAttribute("id").replaceAll(".*\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? 1024 : Integer.parseInt(digits);
    }
}
