package org.trueup.spreadsheets.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.rules.fact.Vendor;

/** Plecto's workbook (as it once was: the corpus changes its markup) as somebody sends it: edited by POI as by Excel, or in its package as by a program. */
final class Sent {
    static final Vendor PLECTO = new Vendor("plecto");
    static final String PLANS = "xl/worksheets/sheet2.xml";

    private Sent() {}

    static byte[] original() {
        try (InputStream file = Sent.class.getResourceAsStream("/corpus/plecto.xlsx")) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] edited(Consumer<XSSFWorkbook> edit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(original()))) {
            edit.accept(book);
            book.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] cell(String sheet, String cell, Consumer<XSSFCell> edit) {
        return edited(book -> edit.accept(at(book.getSheet(sheet), cell)));
    }

    static byte[] typed(String sheet, String cell, String text) {
        return cell(sheet, cell, found -> found.setCellValue(text));
    }

    static XSSFCell at(XSSFSheet sheet, String cell) {
        CellReference place = new CellReference(cell);
        XSSFRow row =
                sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        return row.getCell(place.getCol()) == null ? row.createCell(place.getCol()) : row.getCell(place.getCol());
    }

    static byte[] part(String name, String content) {
        return parts(all -> all.put(name, content.getBytes(UTF_8)));
    }

    /** One text of a part replaced; a text that does not stand there is a mistake of the test. */
    static byte[] replaced(String name, String before, String after) {
        return parts(all -> replace(all, name, before, after));
    }

    static void replace(Map<String, byte[]> all, String name, String before, String after) {
        String text = new String(all.get(name), UTF_8);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(name + " holds no " + before);
        }
        all.put(name, text.replace(before, after).getBytes(UTF_8));
    }

    static byte[] parts(Consumer<Map<String, byte[]>> edit) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original()))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                all.put(part.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        edit.accept(all);
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
