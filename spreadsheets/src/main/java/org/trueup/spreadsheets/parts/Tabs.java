package org.trueup.spreadsheets.parts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The sheets of the workbook, as their tabs name them. */
public final class Tabs {
    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    private static final Pattern SELECTED = Pattern.compile("\\btabSelected=[\"'](1|true)");

    private final WorkbookPackage parts;
    private final Element workbook;
    private final Relationships links;

    public Tabs(WorkbookPackage parts) throws IOException {
        this.parts = parts;
        this.workbook = parts.root(WorkbookPackage.WORKBOOK);
        this.links = parts.relationships(WorkbookPackage.WORKBOOK);
    }

    public List<String> names() {
        return sheets().map(sheet -> sheet.getAttribute("name")).toList();
    }

    public Optional<String> part(String name) {
        return sheets().filter(sheet -> sheet.getAttribute("name").equals(name))
                .findFirst()
                .flatMap(sheet -> links.byId(sheet.getAttributeNS(Xml.LINKS, "id")));
    }

    /** The styles of the workbook. */
    public Optional<String> styles() {
        return links.first("styles");
    }

    /** Adds a sheet behind all others, and gives its part. */
    public String add(String name, String markup) throws IOException {
        String part = parts.freeName("xl/worksheets/trueup%d.xml");
        parts.add(part, SHEET_TYPE, markup);
        long id = 1
                + sheets().mapToLong(sheet -> Long.parseLong(sheet.getAttribute("sheetId")))
                        .max()
                        .orElse(0);
        Xml.append(
                list(),
                "<sheet xmlns=\"%s\" xmlns:r=\"%s\" name=\"%s\" sheetId=\"%d\" r:id=\"%s\"/>"
                        .formatted(Xml.SHEET, Xml.LINKS, Xml.text(name), id, links.add("worksheet", part)));
        return part;
    }

    /** Takes a sheet away, with the names that belong to it alone; the numbers of those behind it move up. */
    public void remove(String name) throws IOException {
        int index = names().indexOf(name);
        Element sheet = sheets().toList().get(index);
        String id = sheet.getAttributeNS(Xml.LINKS, "id");
        Optional<String> part = links.byId(id);
        list().removeChild(sheet);
        links.remove(id);
        if (part.isPresent()) {
            for (String table : parts.relationships(part.get()).all("table")) {
                parts.remove(table);
            }
            int file = part.get().lastIndexOf('/') + 1;
            parts.remove(part.get().substring(0, file) + "_rels/" + part.get().substring(file) + ".rels");
            parts.remove(part.get());
        }
        moveUp(index);
    }

    /** The workbook opens on this sheet; no other one is selected with it, or typing would go into both. */
    public void openOn(String name) throws IOException {
        for (String tab : names()) {
            Optional<String> part = part(tab).filter(found -> !tab.equals(name));
            if (part.isPresent() && parts.matches(part.get(), SELECTED)) {
                Xml.child(parts.root(part.get()), "sheetViews").stream()
                        .flatMap(views -> Xml.children(views, "sheetView"))
                        .forEach(view -> view.setAttribute("tabSelected", "0"));
            }
        }
        int index = names().indexOf(name);
        Optional<Element> views = Xml.child(workbook, "bookViews");
        Element view = views.flatMap(found -> Xml.child(found, "workbookView"))
                .orElseGet(() -> Xml.insert(
                        views.orElseGet(() -> Xml.insert(workbook, "<bookViews xmlns=\"" + Xml.SHEET + "\"/>", list())),
                        "<workbookView xmlns=\"" + Xml.SHEET + "\"/>",
                        null));
        view.setAttribute("activeTab", String.valueOf(index));
    }

    private void moveUp(int removed) {
        Xml.child(workbook, "definedNames")
                .ifPresent(names -> Xml.children(names, "definedName")
                        .filter(name -> name.hasAttribute("localSheetId"))
                        .forEach(name -> {
                            int index = Integer.parseInt(name.getAttribute("localSheetId"));
                            if (index == removed) {
                                names.removeChild(name);
                            } else if (index > removed) {
                                name.setAttribute("localSheetId", String.valueOf(index - 1));
                            }
                        }));
        Xml.child(workbook, "bookViews").stream()
                .flatMap(views -> Xml.children(views, "workbookView"))
                .flatMap(view -> Stream.of("activeTab", "firstSheet").map(view::getAttributeNode))
                .filter(attribute ->
                        attribute != null && Integer.parseInt(attribute.getValue()) >= Math.max(1, removed))
                .forEach(attribute -> attribute.setValue(String.valueOf(Integer.parseInt(attribute.getValue()) - 1)));
    }

    private Element list() {
        return Xml.child(workbook, "sheets").orElseThrow();
    }

    private Stream<Element> sheets() {
        return Xml.children(list(), "sheet");
    }
}
