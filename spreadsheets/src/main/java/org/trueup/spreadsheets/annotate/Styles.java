package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The cell formats of the workbook. New ones are added behind those that are there, none is changed. */
final class Styles {
    private static final String NONE = """
            <styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>""";

    private final Element fonts;
    private final Element fills;
    private final Element formats;
    /** Formats that were asked for: a workbook may have thousands, and hundreds of cells be bad. */
    private final Map<List<Object>, Integer> known = new HashMap<>();

    private Styles(Element root) throws IOException {
        fonts = required(root, "fonts");
        fills = required(root, "fills");
        formats = required(root, "cellXfs");
    }

    static Styles in(WorkbookPackage parts, Tabs tabs) throws IOException {
        Optional<String> part = tabs.styles();
        if (part.isPresent()) {
            return new Styles(parts.root(part.get()));
        }
        String added = parts.freeName("xl/trueup-styles%d.xml");
        parts.add(
                added,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
                NONE.formatted(Xml.SHEET));
        parts.relationships(WorkbookPackage.WORKBOOK).add("styles", added);
        return new Styles(parts.root(added));
    }

    /** The format of a bad cell: the one it has, on the filling, in letters that can be read there. */
    int filled(int format, Fill fill) {
        return known.computeIfAbsent(List.of(format, fill), unknown -> newlyFilled(format, fill));
    }

    private int newlyFilled(int format, Fill fill) {
        Element copy = copyOf(format);
        copy.setAttribute("fillId", String.valueOf(index(fills, fill.markup())));
        copy.setAttribute("applyFill", "1");
        copy.setAttribute("fontId", String.valueOf(font(number(copy, "fontId"), fill.letters())));
        copy.setAttribute("applyFont", "1");
        return index(formats, copy);
    }

    /** Whether a format's filling is one of ours. */
    boolean isFilled(int format) {
        List<Element> all = Xml.children(fills);
        int fill = number(at(formats, format), "fillId");
        return fill < all.size() && Fill.isOurs(all.get(fill));
    }

    /** The format of a cell that is no longer bad: the one it has, with the filling and letters of another. */
    int unfilled(int format, int like) {
        Element copy = copyOf(format);
        Element before = at(formats, like);
        for (String attribute : List.of("fillId", "fontId", "applyFill", "applyFont")) {
            if (before.hasAttribute(attribute)) {
                copy.setAttribute(attribute, before.getAttribute(attribute));
            } else {
                copy.removeAttribute(attribute);
            }
        }
        return index(formats, copy);
    }

    int look(Look look) {
        return known.computeIfAbsent(List.of(look), unknown -> {
            String format = look.format(index(fonts, look.font()), index(fills, look.fill()));
            return index(formats, format);
        });
    }

    private int font(int like, String letters) {
        Element copy = (Element) at(fonts, like).cloneNode(true);
        Optional<Element> color = Xml.child(copy, "color");
        color.ifPresentOrElse(
                found -> {
                    List.of("indexed", "theme", "tint", "auto").forEach(found::removeAttribute);
                    found.setAttribute("rgb", letters);
                },
                () -> Xml.insert(
                        copy,
                        "<color xmlns=\"%s\" rgb=\"%s\"/>".formatted(Xml.SHEET, letters),
                        Xml.child(copy, "name").orElse(null)));
        return index(fonts, copy);
    }

    private Element copyOf(int format) {
        return (Element) at(formats, format).cloneNode(true);
    }

    private static int index(Element list, String markup) {
        Element made = Xml.append(list, markup);
        list.removeChild(made);
        return index(list, made);
    }

    /** Where an equal entry stands, added at the end when there is none: a workbook has 64,000 formats at most. */
    private static int index(Element list, Element entry) {
        List<Element> all = Xml.children(list);
        String wanted = signature(entry);
        for (int i = 0; i < all.size(); i++) {
            if (signature(all.get(i)).equals(wanted)) {
                return i;
            }
        }
        list.appendChild(entry);
        list.setAttribute("count", String.valueOf(all.size() + 1));
        return all.size();
    }

    private static String signature(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        NamedNodeMap map = element.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            Node attribute = map.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                attributes.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        StringBuilder text = new StringBuilder(element.getLocalName()).append(attributes);
        Xml.children(element)
                .forEach(child -> text.append('(').append(signature(child)).append(')'));
        return text.toString();
    }

    private static Element at(Element list, int index) {
        List<Element> all = Xml.children(list);
        return all.get(index < all.size() ? index : 0);
    }

    private static int number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static Element required(Element root, String name) throws IOException {
        return Xml.child(root, name).orElseThrow(() -> new IOException("the styles have no " + name));
    }
}
