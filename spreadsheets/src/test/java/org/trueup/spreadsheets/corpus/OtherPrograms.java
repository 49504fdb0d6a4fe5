package org.trueup.spreadsheets.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The original with its package as other programs write theirs. */
final class OtherPrograms {
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet\\d+\\.xml");
    private static final Pattern SHARED = Pattern.compile("<c ([^>]*)t=\"s\"([^>]*)><v>(\\d+)</v></c>");
    private static final Pattern TEXT = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);

    private OtherPrograms() {}

    /** Google Sheets: no properties of the document, a thousand rows, an empty drawing on each sheet, 5 written as 5.0. */
    static byte[] google() {
        String rows = IntStream.rangeClosed(100, 1000)
                .mapToObj(row -> "<row r=\"" + row + "\" ht=\"15.75\" customHeight=\"1\"/>")
                .collect(Collectors.joining());
        return Sent.parts(all -> {
            all.keySet().removeIf(name -> name.startsWith("docProps/"));
            rewrite(all, "_rels/.rels", text -> text.replaceAll("<Relationship [^>]*docProps[^>]*/>", ""));
            rewrite(all, "[Content_Types].xml", text -> text.replaceAll("<Override [^>]*docProps[^>]*/>", ""));
            for (String sheet : sheets(all)) {
                rewrite(
                        all,
                        sheet,
                        text -> text.replaceAll("<dimension [^>]*/>", "")
                                .replaceAll("t=\"n\"><v>(\\d+)</v>", "t=\"n\"><v>$1.0</v>")
                                .replace("</sheetData>", rows + "</sheetData>"));
            }
        });
    }

    /** The Open XML SDK: every element of a sheet with a prefix. */
    static byte[] prefixed() {
        return Sent.parts(all -> {
            for (String sheet : sheets(all)) {
                rewrite(
                        all,
                        sheet,
                        text -> text.replaceAll("<(/?)([A-Za-z])", "<$1x:$2")
                                .replaceFirst(
                                        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml",
                                        "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml"));
            }
        });
    }

    /** Texts in the cells instead of in the workbook's list. */
    static byte[] inline() {
        return Sent.parts(all -> {
            List<String> texts = TEXT.matcher(new String(all.get("xl/sharedStrings.xml"), UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            for (String sheet : sheets(all)) {
                rewrite(all, sheet, text -> SHARED.matcher(text).replaceAll(cell -> inline(cell, texts)));
            }
        });
    }

    /** Rows and cells may leave out where they stand, when each follows the one before. */
    static byte[] withoutAddresses() {
        return Sent.parts(all -> rewrite(
                all,
                Sent.PLANS,
                text -> text.replaceAll("<c r=\"[A-Z]+\\d+\"", "<c").replaceAll("<row r=\"\\d+\"", "<row")));
    }

    private static String inline(MatchResult cell, List<String> texts) {
        String text = texts.get(Integer.parseInt(cell.group(3)));
        return Matcher.quoteReplacement(
                "<c " + cell.group(1) + "t=\"inlineStr\"" + cell.group(2) + "><is>" + text + "</is></c>");
    }

    private static List<String> sheets(Map<String, byte[]> all) {
        return all.keySet().stream()
                .filter(name -> SHEET.matcher(name).matches())
                .toList();
    }

    private static void rewrite(Map<String, byte[]> all, String part, UnaryOperator<String> edit) {
        all.put(part, edit.apply(new String(all.get(part), UTF_8)).getBytes(UTF_8));
    }
}
