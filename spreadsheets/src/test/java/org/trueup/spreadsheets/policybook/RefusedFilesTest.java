package org.trueup.spreadsheets.policybook;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.PLECTO;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.repacked;
import static org.trueup.spreadsheets.policybook.EditedWorkbook.shipped;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.trueup.spreadsheets.sheet.WorkbookReader;

/** Files that are no workbook or bring along what a policy must not have. */
class RefusedFilesTest {
    private static final String DAMAGED = "plecto.xlsx: error: the file is damaged or cut off; open it in Excel,"
            + " save it again as \"Excel Workbook (*.xlsx)\" and send that";
    private static final String NOT_A_WORKBOOK = "plecto.xlsx: error: the file is not an Excel workbook;"
            + " open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";

    @Test
    void anythingButAWorkbookIsRefused() {
        assertRefused(new byte[0], NOT_A_WORKBOOK);
        assertRefused("Plan;Metric\nMedium;peak-daily-active\n".getBytes(UTF_8), NOT_A_WORKBOOK);
        assertRefused(changed(parts -> parts.remove("xl/workbook.xml")), NOT_A_WORKBOOK);
    }

    @Test
    void anOldWorkbookIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet("Plans");
            old.write(out);
        }
        assertRefused(
                out.toByteArray(),
                "plecto.xlsx: error: the file is an old Excel workbook (.xls); save it as \"Excel Workbook (*.xlsx)\"");
    }

    @Test
    void aLockedWorkbookIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem locked = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var content = encryptor.getDataStream(locked)) {
                content.write(shipped(PLECTO));
            }
            locked.writeFilesystem(out);
        }
        assertRefused(
                out.toByteArray(),
                "plecto.xlsx: error: the workbook is locked with a password; in Excel choose File, Info,"
                        + " Protect Workbook, remove the password and save it again");
    }

    @Test
    void aFileThatWasCutOffAnywhereIsRefused() {
        byte[] whole = shipped(PLECTO);
        for (int length :
                new int[] {4, 100, whole.length / 2, whole.length - 3_000, whole.length - 30, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length), DAMAGED);
        }
    }

    @Test
    void aBrokenPartIsRefused() {
        assertRefused(changed(parts -> parts.put("xl/workbook.xml", "<workbook".getBytes(UTF_8))), DAMAGED);
        assertRefused(changed(parts -> parts.remove("xl/worksheets/sheet2.xml")), DAMAGED);
        assertRefused(changed(parts -> parts.remove("xl/worksheets/sheet5.xml")), DAMAGED);
        assertRefused(changed(parts -> parts.remove("xl/sharedStrings.xml")), DAMAGED);
        assertRefused(changed(parts -> parts.put("xl/worksheets/sheet2.xml", new byte[] {1, 2})), DAMAGED);
    }

    @Test
    void aBrokenCellIsRefused() {
        assertRefused(changed(parts -> replace(parts, "xl/worksheets/sheet2.xml", "<v>", "<v>x")), DAMAGED);
    }

    @Test
    void aMistakeOfTheProgramIsNotBlamedOnTheFile() {
        IllegalStateException mistake = new IllegalStateException("a mistake");

        assertThatThrownBy(() -> WorkbookReader.read(shipped(PLECTO), name -> {
                    throw mistake;
                }))
                .isSameAs(mistake);
    }

    @Test
    void macrosAreRefused() {
        String sentence = "plecto.xlsx: error: the workbook holds macros;"
                + " save it as \"Excel Workbook (*.xlsx)\", which has none";
        assertRefused(changed(parts -> parts.put("xl/vbaProject.bin", new byte[] {1})), sentence);
        assertRefused(
                changed(parts -> replace(
                        parts,
                        "[Content_Types].xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                sentence);
    }

    @Test
    void otherKindsOfWorkbooksAreRefused() {
        assertRefused(
                changed(parts -> parts.put("xl/workbook.bin", new byte[] {1})),
                "plecto.xlsx: error: the file is a binary workbook (.xlsb); save it as \"Excel Workbook (*.xlsx)\"");
        assertRefused(
                changed(parts -> replace(
                        parts,
                        "xl/workbook.xml",
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")),
                "plecto.xlsx: error: the workbook is saved as \"Strict Open XML Spreadsheet\";"
                        + " save it as \"Excel Workbook (*.xlsx)\"");
    }

    @Test
    void linksToOtherWorkbooksAndOutsideDataAreRefused() {
        assertRefused(
                changed(parts -> parts.put("xl/externalLinks/externalLink1.xml", new byte[0])),
                "plecto.xlsx: error: the workbook links to other workbooks; in Excel choose Data, Edit Links,"
                        + " Break Link, then save it again");
        assertRefused(
                changed(parts -> parts.put("xl/connections.xml", new byte[0])),
                "plecto.xlsx: error: the workbook fetches data from outside; in Excel choose Data,"
                        + " Queries & Connections, delete them all, then save it again");
        assertRefused(
                changed(parts -> parts.put("xl/embeddings/oleObject1.bin", new byte[0])),
                "plecto.xlsx: error: the workbook holds embedded objects or controls; delete them and save it again");
    }

    @Test
    void documentTypesAreRefusedInEveryEncoding() {
        String sentence = "plecto.xlsx: error: the workbook holds an XML document type, which Excel never writes;"
                + " open it in Excel and save it again as \"Excel Workbook (*.xlsx)\"";
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        assertRefused(changed(parts -> parts.put("xl/sharedStrings.xml", bomb.getBytes(UTF_8))), sentence);
        assertRefused(changed(parts -> parts.put("xl/sharedStrings.xml", bomb.getBytes(UTF_16LE))), sentence);
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenOpened() {
        assertRefused(
                new byte[5 * 1024 * 1024 + 1],
                "plecto.xlsx: error: the file is larger than 5 MB; remove pictures, formatted empty rows and sheets"
                        + " that are no policy");
    }

    @Test
    void aFileThatUnpacksToMuchMoreIsRefused() {
        assertRefused(
                changed(parts -> parts.put("xl/media/image1.png", new byte[16 * 1024 * 1024])),
                "plecto.xlsx: error: the workbook is too large when unpacked (at most 16 MB in 500 parts);"
                        + " remove pictures, formatted empty rows and other sheets");
    }

    @Test
    void aVersionIsOneOrMore() {
        assertThatThrownBy(() -> PolicyBook.read(PLECTO, 0, shipped(PLECTO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a policy's version is 1 or more, not 0");
    }

    private static byte[] changed(Consumer<Map<String, byte[]>> edit) {
        return repacked(shipped(PLECTO), edit);
    }

    private static void replace(Map<String, byte[]> parts, String part, String before, String after) {
        parts.put(
                part, new String(parts.get(part), UTF_8).replace(before, after).getBytes(UTF_8));
    }

    private static void assertRefused(byte[] file, String sentence) {
        assertThat(EditedWorkbook.refusal(PolicyBook.read(PLECTO, 1, file))).containsExactly(sentence);
    }
}
