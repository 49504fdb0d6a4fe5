package org.trueup.spreadsheets.corpus;

import static org.trueup.spreadsheets.corpus.CorpusFile.refused;
import static org.trueup.spreadsheets.corpus.CorpusFile.same;
import static org.trueup.spreadsheets.corpus.Sent.parts;
import static org.trueup.spreadsheets.corpus.Sent.replaced;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that are small on the disk and large in memory. */
final class Oversized {
    private static final String TOO_LARGE = "plecto.xlsx: error: the workbook is too large when unpacked";
    private static final String TOO_MUCH = "plecto.xlsx: error: the workbook holds too much (at most";
    private static final String DAMAGED = "plecto.xlsx: error: the file is damaged or cut off;";
    private static final String END = "</sheetData>";

    private Oversized() {}

    static Stream<CorpusFile> files() {
        return Stream.of(bombs(), sheets()).flatMap(files -> files);
    }

    private static Stream<CorpusFile> bombs() {
        return Stream.of(
                refused("a zip bomb", parts(all -> all.put("xl/media/image1.png", new byte[200 << 20])), TOO_LARGE),
                refused(
                        "a zip bomb in many parts",
                        parts(all -> IntStream.range(0, 40).forEach(i -> all.put("xl/media/" + i, new byte[1 << 19]))),
                        TOO_LARGE),
                refused(
                        "thousands of parts",
                        parts(all -> IntStream.range(0, 5_000).forEach(i -> all.put("xl/media/" + i, new byte[1]))),
                        TOO_LARGE),
                refused(
                        "a file of more than 5 MB",
                        Arrays.copyOf(Sent.original(), 6 << 20),
                        "plecto.xlsx: error: the file is larger than 5 MB;"),
                refused(
                        "texts that nobody uses",
                        replaced(
                                "xl/sharedStrings.xml",
                                "</sst>",
                                many(300_000, i -> "<si><t>text " + i + " of many</t></si>") + "</sst>"),
                        TOO_MUCH),
                same(
                        "almost 16 MB of texts",
                        replaced(
                                "xl/sharedStrings.xml",
                                "</sst>",
                                many(95_000, i -> "<si><t>" + ("text " + i + ", ").repeat(12) + "</t></si>")
                                        + "</sst>")),
                same(
                        "10,000 comments",
                        replaced(
                                "xl/comments/comment1.xml",
                                "</commentList>",
                                many(
                                                10_000,
                                                i -> "<comment ref=\"Z" + (i + 30)
                                                        + "\" authorId=\"0\"><text><t>x</t></text></comment>")
                                        + "</commentList>")),
                refused(
                        "markup nested a hundred thousand times",
                        replaced(
                                Sent.PLANS,
                                END,
                                END + "<extLst>" + "<ext>".repeat(100_000) + "</ext>".repeat(100_000) + "</extLst>"),
                        DAMAGED));
    }

    private static Stream<CorpusFile> sheets() {
        return Stream.of(
                same("a sheet that says it is huge", replaced(Sent.PLANS, "ref=\"A1:H19\"", "ref=\"A1:XFD1048576\"")),
                refused("a million merged cells", merged("<mergeCell ref=\"A30:B30\"/>".repeat(1_000_000)), TOO_LARGE),
                refused(
                        "merged cells within 16 MB",
                        merged(many(
                                300_000, i -> "<mergeCell ref=\"A" + (2 * i + 100) + ":B" + (2 * i + 100) + "\"/>")),
                        "plecto.xlsx: Plans: error: there are more than 1000 merged cells;"),
                refused(
                        "a million cells without a value",
                        replaced(Sent.PLANS, END, tinyCells(1_000_000) + END),
                        TOO_MUCH),
                refused(
                        "thousands of array formulas",
                        replaced(
                                Sent.PLANS,
                                END,
                                "<row r=\"30\">" + "<c><f t=\"array\" ref=\"A1\"/></c>".repeat(3_000) + "</row>" + END),
                        TOO_MUCH),
                refused(
                        "columns within columns",
                        replaced(
                                Sent.PLANS,
                                "<cols>",
                                "<cols>" + many(50_000, i -> "<col min=\"" + (i + 1) + "\" max=\"99999\"/>")),
                        TOO_MUCH),
                same(
                        "columns within columns, as many as are taken",
                        replaced(
                                Sent.PLANS,
                                "<cols>",
                                "<cols>" + many(2_900, i -> "<col min=\"" + (i + 1) + "\" max=\"16384\"/>"))),
                same(
                        "a hundred thousand empty rows",
                        replaced(Sent.PLANS, END, many(100_000, i -> "<row r=\"" + (i + 30) + "\"/>") + END)),
                refused(
                        "twenty thousand filled rows",
                        replaced(
                                Sent.PLANS,
                                END,
                                many(
                                                20_000,
                                                i -> "<row r=\"" + (i + 30) + "\"><c r=\"A" + (i + 30)
                                                        + "\"><v>1</v></c></row>")
                                        + END),
                        "plecto.xlsx: Plans: error: there are more than 10000 rows;"),
                refused(
                        "a cell in the last column",
                        replaced(Sent.PLANS, END, "<row r=\"30\"><c r=\"XFD30\"><v>1</v></c></row>" + END),
                        "plecto.xlsx: Plans: error: there are cells to the right of column CV;"),
                refused(
                        "a row beyond the last",
                        replaced(Sent.PLANS, END, "<row r=\"99999999\"><c r=\"A99999999\"><v>1</v></c></row>" + END),
                        "plecto.xlsx: Plans: error: there are cells below row 1048576,"),
                refused("a row beyond all numbers", row("4294967301"), DAMAGED),
                refused("a row before the first", row("0"), DAMAGED),
                refused("a row that stands twice", row("5"), DAMAGED),
                refused(
                        "a cell that stands twice",
                        replaced(Sent.PLANS, END, "<row r=\"30\"><c r=\"A30\"/><c r=\"A30\"><v>1</v></c></row>" + END),
                        DAMAGED),
                refused(
                        "a text of a million letters",
                        replaced(
                                Sent.PLANS,
                                END,
                                "<row r=\"30\"><c r=\"A30\" t=\"inlineStr\"><is><t>" + "x".repeat(1_000_000)
                                        + "</t></is></c></row>" + END),
                        DAMAGED),
                refused("a number beyond all numbers", replaced(Sent.PLANS, "<v>5</v>", "<v>1e999</v>"), DAMAGED));
    }

    private static byte[] merged(String blocks) {
        return replaced(Sent.PLANS, END, END + "<mergeCells>" + blocks + "</mergeCells>");
    }

    /** Written in two ways, so that they do not shrink to nothing in a zip as bombs do. */
    private static String tinyCells(int cells) {
        Random random = new Random(1);
        return many(
                cells / 90, row -> "<row>" + many(90, cell -> random.nextBoolean() ? "<c/>" : "<c></c>") + "</row>");
    }

    private static byte[] row(String number) {
        return replaced(Sent.PLANS, END, "<row r=\"" + number + "\"><c r=\"A5\"><v>1</v></c></row>" + END);
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }
}
