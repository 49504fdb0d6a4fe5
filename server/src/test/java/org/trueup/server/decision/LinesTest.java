package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> lines(String text, int longest) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
        List<String> all = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line.number() + (line.tooLong() ? "!" : ":" + new String(line.text(), StandardCharsets.UTF_8)));
        }
        return all;
    }

    @Test
    void linesComeOneByOneWithTheirNumbers() throws IOException {
        assertThat(lines("", 100)).isEmpty();
        assertThat(lines("a\nbé\n\nlast", 100)).containsExactly("1:a", "2:bé", "3:", "4:last");
        assertThat(lines("a\r\n", 100)).containsExactly("1:a\r");
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws IOException {
        String longest = "x".repeat(200_000);
        assertThat(lines("a\n" + longest + "\nb\n", 150_000)).containsExactly("1:a", "2!", "3:b");
        assertThat(lines("a\n" + longest, 150_000)).containsExactly("1:a", "2!");
        assertThat(lines(longest + "\nb", 200_000)).hasSize(2).last().isEqualTo("2:b");
    }

    @Test
    void linesLongerThanTheBufferAreWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            String line = "y".repeat(i * 3_001);
            text.append(line).append('\n');
            expected.add(i + ":" + line);
        }
        assertThat(lines(text.toString(), 1 << 20)).isEqualTo(expected);
    }

    @Test
    void nobodyWaitsForALineThatHasNotCome() throws IOException {
        InputStream slow = new InputStream() {
            private final byte[] sent = "one\ntw".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int available() {
                return sent.length - at;
            }

            @Override
            public int read() {
                if (at == sent.length) {
                    throw new IllegalStateException("would wait");
                }
                return sent[at++];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int read = Math.min(length, available());
                System.arraycopy(sent, at, into, from, read);
                at += read;
                return read == 0 ? read() : read;
            }
        };
        Lines lines = new Lines(slow, 100);
        assertThat(lines.isReady()).isTrue();
        assertThat(lines.next().text()).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.isReady()).isFalse();
    }

    @Test
    void aBlankLineIsBlank() {
        assertThat(new Lines.Line(1, " \t\r".getBytes(StandardCharsets.UTF_8), false).isBlank())
                .isTrue();
        assertThat(new Lines.Line(1, "é".getBytes(StandardCharsets.UTF_8), false).isBlank())
                .isFalse();
    }
}
