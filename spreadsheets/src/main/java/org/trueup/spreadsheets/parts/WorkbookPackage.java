package org.trueup.spreadsheets.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The zip package of a workbook: parts that nobody changes keep their bytes, their order and their times. */
public final class WorkbookPackage {
    public static final String WORKBOOK = "xl/workbook.xml";
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Document> opened = new LinkedHashMap<>();
    private final Map<String, byte[]> prints = new LinkedHashMap<>();
    /** Lists of relationships that were not there; one that stays empty is not written. */
    private final Set<String> made = new HashSet<>();

    private long anyTime;

    private record Part(byte[] content, long time) {}

    /** @param file a zip that was looked through before; its size when unpacked is known to be modest */
    public WorkbookPackage(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                anyTime = entry.getTime();
                parts.put(withoutSlash(entry.getName()), new Part(zip.readAllBytes(), entry.getTime()));
            }
        }
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /** The part's markup, to be read or changed. */
    public Document xml(String part) throws IOException {
        Document document = opened.get(part);
        if (document == null) {
            document = Xml.read(content(part));
            opened.put(part, document);
            prints.put(part, Xml.print(document));
        }
        return document;
    }

    public Element root(String part) throws IOException {
        return xml(part).getDocumentElement();
    }

    public Relationships relationships(String part) throws IOException {
        int name = part.lastIndexOf('/') + 1;
        String links = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
        if (!has(links)) {
            put(links, "<Relationships xmlns=\"" + Xml.PACKAGE_LINKS + "\"/>");
            made.add(links);
        }
        return new Relationships(part.substring(0, name), root(links));
    }

    /** A name that no part has yet; {@code %d} in the pattern becomes a number. */
    public String freeName(String pattern) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> String.format(pattern, number))
                .filter(name -> !has(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a pattern is found in a part, which is not parsed for that. */
    public boolean matches(String part, Pattern pattern) throws IOException {
        return pattern.matcher(new String(content(part), StandardCharsets.UTF_8))
                .find();
    }

    /** The highest number that a pattern's group finds in the parts of a folder; 0 where it finds none. */
    public int highest(String folder, Pattern pattern) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith(folder))
                .map(part -> pattern.matcher(new String(part.getValue().content(), StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    public void add(String part, String contentType, String markup) throws IOException {
        put(part, markup);
        Xml.append(
                root(CONTENT_TYPES),
                "<Override xmlns=\"%s\" PartName=\"/%s\" ContentType=\"%s\"/>".formatted(Xml.TYPES, part, contentType));
    }

    /** A part whose type follows from its ending. */
    public void addByEnding(String part, String ending, String contentType, String markup) throws IOException {
        put(part, markup);
        Element types = root(CONTENT_TYPES);
        boolean known = Xml.children(types, "Default")
                .anyMatch(type -> type.getAttribute("Extension").equalsIgnoreCase(ending));
        if (!known) {
            Xml.insert(
                    types,
                    "<Default xmlns=\"%s\" Extension=\"%s\" ContentType=\"%s\"/>"
                            .formatted(Xml.TYPES, ending, contentType),
                    types.getFirstChild());
        }
    }

    public void remove(String part) throws IOException {
        parts.remove(part);
        opened.remove(part);
        Element types = root(CONTENT_TYPES);
        Xml.children(types, "Override")
                .filter(type -> type.getAttribute("PartName").equals("/" + part))
                .forEach(types::removeChild);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                if (made.contains(part.getKey())
                        && Xml.children(root(part.getKey())).isEmpty()) {
                    continue;
                }
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(part.getValue().time());
                zip.putNextEntry(entry);
                zip.write(written(part.getKey(), part.getValue().content()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written to", impossible);
        }
        return out.toByteArray();
    }

    /** A part that was only looked at keeps its bytes, however its markup is written. */
    private byte[] written(String part, byte[] before) throws IOException {
        Document document = opened.get(part);
        if (document == null) {
            return before;
        }
        return Arrays.equals(Xml.print(document), prints.get(part)) ? before : Xml.write(document);
    }

    private byte[] content(String part) throws IOException {
        Part found = parts.get(part);
        if (found == null) {
            throw new IOException("the part " + part + " is missing");
        }
        return found.content();
    }

    private void put(String part, String markup) {
        parts.put(part, new Part(markup.getBytes(StandardCharsets.UTF_8), anyTime));
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
