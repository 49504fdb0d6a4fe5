package org.trueup.spreadsheets.corpus;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.CorpusFile.same;
import static org.trueup.spreadsheets.corpus.Sent.original;
import static org.trueup.spreadsheets.corpus.Sent.part;
import static org.trueup.spreadsheets.corpus.Sent.parts;
import static org.trueup.spreadsheets.corpus.Sent.replaced;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are no workbook, no whole one, or bring along what a policy must not have. */
final class OddPackages {
    private static final String NO_WORKBOOK = "plecto.xlsx: error: the file is not an Excel workbook;";
    private static final String DAMAGED = "plecto.xlsx: error: the file is damaged or cut off;";
    private static final String MACROS = "plecto.xlsx: error: the workbook holds macros;";
    private static final String DOCUMENT_TYPE = "plecto.xlsx: error: the workbook holds an XML document type";
    private static final String LINKS = "plecto.xlsx: error: the workbook links to other workbooks;";
    private static final String OUTSIDE = "plecto.xlsx: error: the workbook fetches data from outside;";
    private static final String EMBEDDED = "plecto.xlsx: error: the workbook holds embedded objects or controls;";
    private static final String XXE =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";

    private OddPackages() {}

    static Stream<CorpusFile> files() throws IOException, GeneralSecurityException {
        return Stream.of(notWorkbooks(), cutOff(), broughtAlong(), documentTypes())
                .flatMap(files -> files);
    }

    private static Stream<CorpusFile> notWorkbooks() throws IOException, GeneralSecurityException {
        return Stream.of(
                refused("an empty file", new byte[0], NO_WORKBOOK),
                refused("a CSV file with the wrong ending", "Plan;Metric\nMedium;x\n".getBytes(UTF_8), NO_WORKBOOK),
                refused("a web page with the wrong ending", "<html><table/></html>".getBytes(UTF_8), NO_WORKBOOK),
                refused("a PDF with the wrong ending", "%PDF-1.7\n".getBytes(UTF_8), NO_WORKBOOK),
                refused("a zip of something else", Sent.zip(Map.of("a.txt", new byte[] {1})), NO_WORKBOOK),
                refused("an OpenDocument sheet", Sent.zip(Map.of("content.xml", "<a/>".getBytes(UTF_8))), NO_WORKBOOK),
                refused("an old workbook", old(), "plecto.xlsx: error: the file is an old Excel workbook (.xls);"),
                refused(
                        "an encrypted workbook",
                        encrypted(),
                        "plecto.xlsx: error: the workbook is locked with a password;"),
                refused(
                        "a binary workbook",
                        part("xl/workbook.bin", "x"),
                        "plecto.xlsx: error: the file is a binary workbook (.xlsb);"),
                refused(
                        "a strict workbook",
                        replaced(
                                "xl/workbook.xml",
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main"),
                        "plecto.xlsx: error: the workbook is saved as \"Strict Open XML Spreadsheet\";"));
    }

    private static Stream<CorpusFile> cutOff() {
        byte[] whole = original();
        return Stream.of(
                refused("truncated in the middle", Arrays.copyOf(whole, whole.length / 2), DAMAGED),
                refused("truncated by one byte", Arrays.copyOf(whole, whole.length - 1), DAMAGED),
                refused("truncated after the signature", Arrays.copyOf(whole, 4), DAMAGED),
                refused("a part twice", twice(), DAMAGED),
                refused("a sheet that is lost", parts(all -> all.remove(Sent.PLANS)), DAMAGED),
                refused("texts that are lost", parts(all -> all.remove("xl/sharedStrings.xml")), DAMAGED),
                refused("a sheet that is no markup", part(Sent.PLANS, "\u0001\u0002"), DAMAGED),
                refused("a number that is none", replaced(Sent.PLANS, "<v>5</v>", "<v>5; true</v>"), DAMAGED),
                refused(
                        "a text that is not in the list",
                        replaced(Sent.PLANS, "t=\"s\"><v>", "t=\"s\"><v>99"),
                        DAMAGED),
                refused(
                        "a cell beyond the last column",
                        replaced(Sent.PLANS, "r=\"E5\"", "r=\"ZZZZ5\""),
                        "plecto.xlsx: Plans: error: there are cells to the right of column CV;"),
                same("a format that is not there", replaced(Sent.PLANS, "r=\"E5\" s=\"9\"", "r=\"E5\" s=\"99999\"")));
    }

    private static Stream<CorpusFile> broughtAlong() {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        return Stream.of(
                refused("macros", part("xl/vbaProject.bin", "x"), MACROS),
                refused("macros under another name", part("xl/vbaProjectSignature.bin", "x"), MACROS),
                refused("macro sheets of Excel 4", part("xl/macrosheets/sheet1.xml", "<x/>"), MACROS),
                refused("dialogs of Excel 5", part("xl/dialogsheets/sheet1.xml", "<x/>"), MACROS),
                refused(
                        "a workbook that may hold macros",
                        replaced("[Content_Types].xml", sheet, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                        MACROS),
                refused("external links", part("xl/externalLinks/externalLink1.xml", "<x/>"), LINKS),
                refused(
                        "DDE links",
                        part(
                                "xl/externalLinks/externalLink1.xml",
                                "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>"),
                        LINKS),
                refused("data connections", part("xl/connections.xml", "<x/>"), OUTSIDE),
                refused("queries", part("xl/queryTables/queryTable1.xml", "<x/>"), OUTSIDE),
                refused("embedded objects", part("xl/embeddings/oleObject1.bin", "x"), EMBEDDED),
                refused("ActiveX controls", part("xl/activeX/activeX1.xml", "<x/>"), EMBEDDED),
                refused("form controls", part("xl/ctrlProps/ctrlProp1.xml", "<x/>"), EMBEDDED),
                same("a part whose name climbs out of the folder", part("../../trueup-canary.txt", "x")),
                same("data that other programs keep in it", part("customXml/item1.xml", "<x/>")));
    }

    private static Stream<CorpusFile> documentTypes() {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>";
        return Stream.of(
                refused("a document type in the texts", part("xl/sharedStrings.xml", XXE), DOCUMENT_TYPE),
                refused("a document type in a sheet", part(Sent.PLANS, XXE), DOCUMENT_TYPE),
                refused("a document type in the workbook", part("xl/workbook.xml", XXE), DOCUMENT_TYPE),
                refused("a document type in the links", part("xl/_rels/workbook.xml.rels", XXE), DOCUMENT_TYPE),
                refused("a document type in the list of parts", part("[Content_Types].xml", XXE), DOCUMENT_TYPE),
                refused("a document type in a drawing", part("xl/drawings/commentsDrawing1.vml", XXE), DOCUMENT_TYPE),
                refused("a document type in the properties", part("docProps/core.xml", XXE), DOCUMENT_TYPE),
                refused(
                        "a document type in UTF-16",
                        parts(all -> all.put("xl/sharedStrings.xml", ("\uFEFF" + XXE).getBytes(UTF_16LE))),
                        DOCUMENT_TYPE),
                refused(
                        "a document type in a part with an ending of its own",
                        parts(all -> {
                            all.put("xl/strings.txt", XXE.getBytes(UTF_8));
                            all.remove("xl/sharedStrings.xml");
                            Sent.replace(all, "[Content_Types].xml", "/xl/sharedStrings.xml", "/xl/strings.txt");
                            Sent.replace(all, "xl/_rels/workbook.xml.rels", "/xl/sharedStrings.xml", "/xl/strings.txt");
                        }),
                        DAMAGED),
                refused("a billion laughs", part("xl/sharedStrings.xml", laughs), DOCUMENT_TYPE));
    }

    /** Two parts of one name: one program reads the first, another one the second. */
    private static byte[] twice() {
        byte[] file = parts(all -> all.put("xl/workbook.xmk", "<workbook/>".getBytes(UTF_8)));
        byte[] name = "xl/workbook.xmk".getBytes(UTF_8);
        for (int at = 0; at + name.length < file.length; at++) {
            if (Arrays.equals(file, at, at + name.length, name, 0, name.length)) {
                file[at + name.length - 1] = 'l';
            }
        }
        return file;
    }

    private static byte[] old() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet("Plans");
            old.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] encrypted() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem locked = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var content = encryptor.getDataStream(locked)) {
                content.write(original());
            }
            locked.writeFilesystem(out);
        }
        return out.toByteArray();
    }
}
