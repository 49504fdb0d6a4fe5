package org.trueup.spreadsheets.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks through the zip package of a workbook before POI does: its size when unpacked, and parts that have no business
 * in a policy. Each refusal is a sentence for the person who made the file.
 */
final class PackageScan {
    static final int MAX_UNPACKED_BYTES = 16 * 1024 * 1024;
    static final int MAX_PARTS = 500;
    static final String NOT_A_WORKBOOK =
            "the file is not an Excel workbook; open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";
    static final String DAMAGED =
            "the file is damaged or cut off; open it in Excel, save it again as \"Excel Workbook (*.xlsx)\" and send that";

    private final Set<String> parts = new TreeSet<>();
    private final Markup markup = new Markup();
    private int unpackedBytes;
    private boolean macros;
    private boolean documentType;
    private boolean strict;
    /** Of two parts with one name, this program could read one and Excel the other. */
    private boolean twice;

    private PackageScan() {}

    /** What is wrong with the package, if anything. */
    static Optional<String> problemOf(byte[] file) {
        PackageScan scan = new PackageScan();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(MAX_UNPACKED_BYTES - scan.unpackedBytes + 1);
                scan.unpackedBytes += content.length;
                scan.look(part.getName(), content);
                if (scan.unpackedBytes > MAX_UNPACKED_BYTES || scan.parts.size() > MAX_PARTS) {
                    return Optional.of("the workbook is too large when unpacked (at most 16 MB in 500 parts); "
                            + "remove pictures, formatted empty rows and other sheets");
                }
                if (scan.markup.tooMuch()) {
                    return Optional.of(
                            "the workbook holds too much (at most 100,000 texts, 2,000 formulas, 3,000 columns "
                                    + "with a width of their own and some 150,000 cells); "
                                    + "remove formatted empty rows and other sheets");
                }
            }
        } catch (IOException | IllegalArgumentException cutOff) {
            // the zip reader's words ("invalid stored block lengths") help nobody who made the file in Excel
            return Optional.of(DAMAGED);
        }
        return endsLikeAZip(file) ? scan.verdict() : Optional.of(DAMAGED);
    }

    private void look(String part, byte[] content) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        twice |= !parts.add(name);
        String text = Markup.letters(content);
        markup.count(text);
        if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
            documentType |= text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
            macros |= name.equals("[Content_Types].xml") && text.contains("macroEnabled");
            strict |= name.equals("xl/workbook.xml") && text.contains("purl.oclc.org/ooxml/spreadsheetml");
        }
    }

    private Optional<String> verdict() {
        if (macros || has("xl/vbaProject") || has("xl/macrosheets/") || has("xl/dialogsheets/")) {
            return Optional.of("the workbook holds macros; save it as \"Excel Workbook (*.xlsx)\", which has none");
        }
        if (parts.contains("xl/workbook.bin")) {
            return Optional.of("the file is a binary workbook (.xlsb); save it as \"Excel Workbook (*.xlsx)\"");
        }
        if (!parts.contains("xl/workbook.xml") || !parts.contains("[Content_Types].xml")) {
            return Optional.of(NOT_A_WORKBOOK);
        }
        if (twice) {
            return Optional.of(DAMAGED);
        }
        if (documentType) {
            return Optional.of("the workbook holds an XML document type, which Excel never writes; "
                    + "open it in Excel and save it again as \"Excel Workbook (*.xlsx)\"");
        }
        if (strict) {
            return Optional.of("the workbook is saved as \"Strict Open XML Spreadsheet\"; "
                    + "save it as \"Excel Workbook (*.xlsx)\"");
        }
        return outsideContent();
    }

    private Optional<String> outsideContent() {
        if (has("xl/externalLinks/")) {
            return Optional.of("the workbook links to other workbooks; in Excel choose Data, Edit Links, Break Link, "
                    + "then save it again");
        }
        if (has("xl/connections") || has("xl/queryTables/")) {
            return Optional.of("the workbook fetches data from outside; in Excel choose Data, Queries & Connections, "
                    + "delete them all, then save it again");
        }
        if (has("xl/embeddings/") || has("xl/activeX/") || has("xl/ctrlProps/")) {
            return Optional.of("the workbook holds embedded objects or controls; delete them and save it again");
        }
        return Optional.empty();
    }

    private boolean has(String start) {
        return parts.stream().anyMatch(part -> part.startsWith(start));
    }

    /** Reading a zip from its front does not notice that its end is missing. */
    private static boolean endsLikeAZip(byte[] file) {
        for (int at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xFFFF); at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
