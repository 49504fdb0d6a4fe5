package org.trueup.spreadsheets.annotate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The parts of a package, and their markup in one way of writing: attributes sorted, prefixes by what they stand for. */
final class PackageParts {
    private PackageParts() {}

    static Map<String, byte[]> of(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    static Element root(byte[] part) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException notXml) {
            throw new IllegalArgumentException(notXml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The markup without the elements that a test allows to be more. */
    static String written(byte[] part, Predicate<Element> more) {
        StringBuilder out = new StringBuilder();
        write(root(part), more, out);
        return out.toString();
    }

    private static void write(Node node, Predicate<Element> more, StringBuilder out) {
        if (node instanceof Element element) {
            if (more.test(element)) {
                return;
            }
            out.append("\n<{").append(element.getNamespaceURI()).append('}').append(element.getLocalName());
            out.append(attributes(element));
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                write(child, more, out);
            }
            out.append("/>");
        } else {
            out.append(node.getTextContent());
        }
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                String space = attribute.getNamespaceURI();
                String name = attribute.getLocalName();
                attributes.put(space == null ? name : space + ":" + name, attribute.getNodeValue());
            }
        }
        return attributes;
    }
}
