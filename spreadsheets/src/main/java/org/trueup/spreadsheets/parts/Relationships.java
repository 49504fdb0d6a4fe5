package org.trueup.spreadsheets.parts;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** Which other parts a part belongs together with, and under which ids it knows them. */
public final class Relationships {
    private final String folder;
    private final Element root;

    /** @param folder of the part itself, with a slash at its end */
    public Relationships(String folder, Element root) {
        this.folder = folder;
        this.root = root;
    }

    /** @param type the last word of the relationship's type, for example {@code comments} */
    public Optional<String> first(String type) {
        return all(type).stream().findFirst();
    }

    public List<String> all(String type) {
        return Xml.children(root, "Relationship")
                .filter(link -> link.getAttribute("Type").endsWith("/" + type))
                .map(this::target)
                .toList();
    }

    public Optional<String> byId(String id) {
        return link(id).map(this::target);
    }

    /** Adds a relationship and gives its id. */
    public String add(String type, String part) {
        String id = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "trueup" + number)
                .filter(free -> link(free).isEmpty())
                .findFirst()
                .orElseThrow();
        Xml.append(
                root,
                "<Relationship xmlns=\"%s\" Id=\"%s\" Type=\"%s/%s\" Target=\"/%s\"/>"
                        .formatted(Xml.PACKAGE_LINKS, id, Xml.LINKS, type, part));
        return id;
    }

    public void remove(String id) {
        link(id).ifPresent(root::removeChild);
    }

    /** Takes away the relationship to a part, and gives the id that it had. */
    public Optional<String> removeTo(String part) {
        Optional<Element> link = Xml.children(root, "Relationship")
                .filter(one -> target(one).equals(part))
                .findFirst();
        link.ifPresent(root::removeChild);
        return link.map(one -> one.getAttribute("Id"));
    }

    private Optional<Element> link(String id) {
        return Xml.children(root, "Relationship")
                .filter(link -> link.getAttribute("Id").equals(id))
                .findFirst();
    }

    private String target(Element link) {
        if (link.getAttribute("TargetMode").equals("External")) {
            return "";
        }
        URI found = URI.create("/" + folder)
                .resolve(URI.create(link.getAttribute("Target").replace(" ", "%20")));
        return found.getPath().substring(1);
    }
}
