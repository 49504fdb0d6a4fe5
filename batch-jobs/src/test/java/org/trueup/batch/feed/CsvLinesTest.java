package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

    @Test
    void readsPlainQuotedAndEscapedCells() throws IOException {
        assertThat(read("a,b\n1,\"x, \"\"y\"\"\nz\"\n,\"\"\n"))
                .containsExactly("1: [a][b]", "2: [1][x, \"y\"\nz]", "4: [][]");
    }

    @Test
    void takesAnyLineBreakAndPassesOverEmptyLines() throws IOException {
        assertThat(read("a\r\n\r\nb\rc\n\n\nd")).containsExactly("1: [a]", "3: [b]", "4: [c]", "7: [d]");
    }

    @Test
    void countsLineBreaksInsideQuotesOnce() throws IOException {
        assertThat(read("\"1\r\n2\r3\n4\"\nb")).containsExactly("1: [1\r\n2\r3\n4]", "5: [b]");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFa,b\n")).containsExactly("1: [a][b]");
    }

    @Test
    void takesAQuoteInsideAnUnquotedCellAsItStands() throws IOException {
        assertThat(read("5\" disk,a\n")).containsExactly("1: [5\" disk][a]");
    }

    @Test
    void refusesALineWithAQuoteClosedInTheMiddleAndGoesOn() throws IOException {
        assertThat(read("a,\"The \"best\" one\",b\nc\n"))
                .containsExactly("1! closes a quote in the middle of a cell: a,\"The \"best\" one\",b", "2: [c]");
    }

    @Test
    void aLostQuoteCostsOneLineAndNotTheRestOfTheFile() throws IOException {
        assertThat(read("a,\"lost\nb,c\nd,\"e\"\nf,g\n"))
                .containsExactly(
                        "1! closes a quote in the middle of a cell: a,\"lost", "2: [b][c]", "3: [d][e]", "4: [f][g]");
        assertThat(read("a,\"lost\nb,c\n"))
                .containsExactly("1! opens a quote that is never closed: a,\"lost", "2: [b][c]");
    }

    @Test
    void aLostQuoteIsGivenUpAfterTheLongestRecord() throws IOException {
        String rest = "b,c\n".repeat(400_000);

        List<String> records = read("a,\"lost\n" + rest);

        assertThat(records).hasSize(400_001);
        assertThat(records.get(0))
                .isEqualTo("1! is longer than 1,048,576 bytes, or a quote in it is never closed: a,\"lost");
        assertThat(records.get(400_000)).isEqualTo("400001: [b][c]");
    }

    @Test
    void aLineWithoutEndIsRefusedInConstantMemory() throws IOException {
        List<String> records = read("x".repeat(5 << 20) + "\nb\n");

        assertThat(records).hasSize(2);
        assertThat(records.get(0))
                .startsWith("1! is longer than 1,048,576 bytes, or a quote in it is never closed: xxx")
                .hasSizeGreaterThan(1 << 20);
        assertThat(records.get(1)).isEqualTo("2: [b]");
    }

    @Test
    void recordsMayCrossTheEndOfTheBuffer() throws IOException {
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("tenant-").append(i).append(",\"a\"\"b\",ü\r\n");
            expected.add("%d: [tenant-%d][a\"b][ü]".formatted(i + 1, i));
        }

        assertThat(read(text.toString())).isEqualTo(expected);
    }

    @Test
    void readsWellFormedTextAsAnotherReaderDoes() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            String text = randomCsv(random);
            List<String> other = new ArrayList<>();
            try (var reader = CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                reader.forEach(record -> other.add(
                        record.getStartingLineNumber() + ": [" + String.join("][", record.getFields()) + "]"));
            }

            assertThat(read(text)).as(text).isEqualTo(other);
        }
    }

    private static String randomCsv(Random random) {
        String[] pieces = {"a", "ü", "", " ", "5", "\"\"", "😀", "\t"};
        String[] quoted = {"a", "ü", "", "\"\"", "\n", "\r\n", "\r", ",", "b"};
        String[] breaks = {"\n", "\r\n", "\r", "\n\n"};
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(6); line >= 0; line--) {
            for (int cell = random.nextInt(4); cell >= 0; cell--) {
                boolean inQuotes = random.nextBoolean();
                text.append(inQuotes ? "\"" : "x");
                for (int i = random.nextInt(4); i > 0; i--) {
                    String[] from = inQuotes ? quoted : pieces;
                    text.append(from[random.nextInt(from.length)]);
                }
                text.append(inQuotes ? "\"" : "").append(cell > 0 ? "," : "");
            }
            text.append(line > 0 || random.nextBoolean() ? breaks[random.nextInt(breaks.length)] : "");
        }
        return text.toString();
    }

    private static List<String> read(String text) throws IOException {
        CsvLines lines = new CsvLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> records = new ArrayList<>();
        while (lines.next()) {
            if (lines.broken() != null) {
                records.add(lines.lineNo() + "! " + lines.broken() + ": " + lines.raw());
                continue;
            }
            StringBuilder record = new StringBuilder(lines.lineNo() + ": ");
            for (int i = 0; i < lines.cells().count(); i++) {
                record.append('[').append(lines.cells().text(i)).append(']');
            }
            records.add(record.toString());
        }
        return records;
    }
}
