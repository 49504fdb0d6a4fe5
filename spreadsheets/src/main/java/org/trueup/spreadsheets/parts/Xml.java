package org.trueup.spreadsheets.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML of a workbook's parts: read without any document type, searched by local names, written again. */
public final class Xml {
    public static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static final String PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private Xml() {}

    /** @throws IOException when the part is no well-formed XML, or brings a document type */
    public static Document read(byte[] part) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // the parser's own habit is to print every fault on standard error
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(part));
        } catch (SAXException notXml) {
            throw new IOException("a part of the workbook is not well-formed", notXml);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own XML parser knows these features", impossible);
        }
    }

    public static byte[] write(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(document, out);
        return out.toByteArray();
    }

    /** Two documents with the same print are written the same; a print is small, and large parts need not stay in memory. */
    public static byte[] print(Document document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            write(document, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void write(Document document, OutputStream out) {
        try {
            Transformer plain = TransformerFactory.newDefaultInstance().newTransformer();
            document.setXmlStandalone(true);
            plain.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a document that was read can be written", impossible);
        }
    }

    /** A piece of markup made here, as the last child of an element. */
    public static Element append(Element parent, String markup) {
        return insert(parent, markup, null);
    }

    /** A piece of markup made here, before a child of an element, or as the last where there is none. */
    public static Element insert(Element parent, String markup, @Nullable Node before) {
        try {
            Document made = read(markup.getBytes(StandardCharsets.UTF_8));
            Element element = (Element) parent.getOwnerDocument().importNode(made.getDocumentElement(), true);
            parent.insertBefore(element, before);
            return element;
        } catch (IOException impossible) {
            throw new IllegalStateException("markup made here is not well-formed: " + markup, impossible);
        }
    }

    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    public static Stream<Element> children(Node parent, String name) {
        return children(parent).stream().filter(child -> name.equals(child.getLocalName()));
    }

    public static Optional<Element> child(Node parent, String name) {
        return children(parent, name).findFirst();
    }

    /** Characters that XML cannot hold become question marks. */
    public static String holdable(String text) {
        return text.codePoints()
                .map(point -> allowed(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Text as it may stand in markup. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder();
        holdable(text).codePoints().forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t' -> safe.append("&#").append(point).append(';');
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int point) {
        return point == '\n'
                || point == '\t'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
