package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8BytesTest {
    private final Utf8Bytes bytes = new Utf8Bytes();

    @Test
    void numbersAreWrittenAsJavaWritesThem() {
        for (long number :
                new long[] {0, 7, 10, 99, 100, 12_345, -1, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            bytes.clear();
            bytes.add(number);
            assertThat(text()).isEqualTo(Long.toString(number));
        }
    }

    @Test
    void whatXmlUsesItselfIsEscapedAndLineFeedsAreKept() {
        bytes.addEscaped("Møller & Søn <\"木\" 🙂>\n\t.");
        assertThat(text()).isEqualTo("Møller &amp; Søn &lt;\"木\" 🙂&gt;&#10;&#9;.");
    }

    @Test
    void cellsAreQuotedOnlyWhereTheyMust() {
        bytes.addQuoted("plain")
                .add('|')
                .addQuoted("Søn")
                .add('|')
                .addQuoted("a,b")
                .add('|');
        bytes.addQuoted("say \"ø\"").add('|').addQuoted("two\nlines").add('|').addQuoted("");
        assertThat(text()).isEqualTo("plain|Søn|\"a,b\"|\"say \"\"ø\"\"\"|\"two\nlines\"|");
    }

    private String text() {
        return new String(bytes.bytes(), 0, bytes.length(), StandardCharsets.UTF_8);
    }
}
