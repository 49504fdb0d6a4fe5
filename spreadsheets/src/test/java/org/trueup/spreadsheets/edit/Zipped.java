package org.trueup.spreadsheets.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Workbooks as their parts, for tests. */
final class Zipped {
    private Zipped() {}

    static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    static byte[] with(byte[] workbook, String part, String before, String after) {
        Map<String, byte[]> parts = parts(workbook);
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(part + " holds no " + before);
        }
        parts.put(part, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] edited(byte[] workbook, Consumer<XSSFWorkbook> edit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            edit.accept(book);
            book.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * A part's markup. That a cell holds a number is said or left unsaid, which is the same, and numbers have the fifteen digits
     * that Excel knows.
     */
    static Document markup(byte[] part) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part));
            NodeList cells = document.getElementsByTagNameNS("*", "c");
            for (int i = 0; i < cells.getLength(); i++) {
                Element cell = (Element) cells.item(i);
                if (cell.getAttribute("t").equals("n")) {
                    cell.removeAttribute("t");
                }
                if (!cell.hasAttribute("t") && cell.getFirstChild() != null) {
                    cell.getFirstChild()
                            .setTextContent(new BigDecimal(cell.getTextContent())
                                    .round(new MathContext(15))
                                    .stripTrailingZeros()
                                    .toPlainString());
                }
            }
            return document;
        } catch (SAXException | ParserConfigurationException notXml) {
            throw new IllegalArgumentException(notXml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
