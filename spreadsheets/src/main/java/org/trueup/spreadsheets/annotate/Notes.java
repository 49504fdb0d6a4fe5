package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.Optional;
import org.trueup.spreadsheets.parts.Relationships;
import org.trueup.spreadsheets.parts.SheetOrder;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.trueup.spreadsheets.policybook.CheckMarks;
import org.trueup.spreadsheets.sheet.Place;
import org.w3c.dom.Element;

/** The comments of one sheet: their texts in one part, their boxes in another. */
final class Notes {
    private static final String AUTHOR = "Trueup";
    private static final String COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String VML = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private final WorkbookPackage parts;
    private final String sheet;
    private final Relationships links;

    Notes(WorkbookPackage parts, String sheet) throws IOException {
        this.parts = parts;
        this.sheet = sheet;
        this.links = parts.relationships(sheet);
    }

    /** Says something at a cell, below what is said there already. */
    void add(Place place, String line) throws IOException {
        Element comments = parts.root(texts());
        NoteBoxes boxes = new NoteBoxes(parts.root(boxes()));
        Element list = Xml.child(comments, "commentList").orElseThrow();
        Optional<Element> there = Xml.children(list, "comment")
                .filter(comment -> comment.getAttribute("ref").equals(place.toString()))
                .findFirst();
        if (there.isPresent()) {
            NoteText.of(there.get()).append("\n" + line);
            boxes.fit(place);
        } else {
            Xml.append(
                    list,
                    "<comment xmlns=\"%s\" ref=\"%s\" authorId=\"%d\"><text><t xml:space=\"preserve\">%s</t></text></comment>"
                            .formatted(Xml.SHEET, place, author(comments), Xml.text(line)));
            boxes.add(place);
        }
    }

    /** Takes away all lines of checks, and the comments that held nothing else. */
    void clear() throws IOException {
        Optional<String> texts = links.first("comments");
        Optional<String> drawing = drawing();
        if (texts.isEmpty() || drawing.isEmpty()) {
            return;
        }
        Element comments = parts.root(texts.get());
        NoteBoxes boxes = new NoteBoxes(parts.root(drawing.get()));
        Element list = Xml.child(comments, "commentList").orElseThrow();
        for (Element comment : Xml.children(list, "comment").toList()) {
            NoteText text = NoteText.of(comment);
            Place place = Place.of(comment.getAttribute("ref"));
            if (text.value().startsWith(CheckMarks.PREFIX)) {
                list.removeChild(comment);
                boxes.remove(place);
            } else if (text.cutAt("\n" + CheckMarks.PREFIX)) {
                boxes.unfit(place);
            }
        }
        if (Xml.children(list).isEmpty() && boxes.isEmpty()) {
            links.removeTo(texts.get());
            links.removeTo(drawing.get());
            parts.remove(texts.get());
            parts.remove(drawing.get());
            Element root = parts.root(sheet);
            Xml.child(root, "legacyDrawing").ifPresent(root::removeChild);
        }
    }

    private static int author(Element comments) {
        Element authors = Xml.child(comments, "authors").orElseThrow();
        var all = Xml.children(authors, "author").toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getTextContent().equals(AUTHOR)) {
                return i;
            }
        }
        Xml.append(authors, "<author xmlns=\"%s\">%s</author>".formatted(Xml.SHEET, AUTHOR));
        return all.size();
    }

    private String texts() throws IOException {
        Optional<String> there = links.first("comments");
        if (there.isPresent()) {
            return there.get();
        }
        String part = parts.freeName("xl/comments/trueup%d.xml");
        parts.add(part, COMMENTS, "<comments xmlns=\"%s\"><authors/><commentList/></comments>".formatted(Xml.SHEET));
        links.add("comments", part);
        return part;
    }

    private String boxes() throws IOException {
        Optional<String> there = drawing();
        if (there.isPresent()) {
            return there.get();
        }
        String part = parts.freeName("xl/drawings/trueup%d.vml");
        parts.addByEnding(part, "vml", VML, NoteBoxes.NONE);
        SheetOrder.insert(
                parts.root(sheet),
                "<legacyDrawing xmlns=\"%s\" xmlns:r=\"%s\" r:id=\"%s\"/>"
                        .formatted(Xml.SHEET, Xml.LINKS, links.add("vmlDrawing", part)));
        return part;
    }

    /** The drawing of the comments; pictures in headers and footers have one of their own. */
    private Optional<String> drawing() throws IOException {
        return Xml.child(parts.root(sheet), "legacyDrawing")
                .flatMap(drawing -> links.byId(drawing.getAttributeNS(Xml.LINKS, "id")));
    }
}
