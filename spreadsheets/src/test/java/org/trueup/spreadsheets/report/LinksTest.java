package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
    @TempDir
    Path temporary;

    @Test
    void aSheetTakesAsManyLinksAsExcelDoesTheOthersOnItCounted() throws IOException {
        try (RowSpool spool = RowSpool.in(temporary, 1024, 1)) {
            Links links = new Links(new PackedXml(spool), Links.MOST - 1);
            assertThat(links.room()).isTrue();
            links.add("B", 5, new Spot("Users & \"co\" <1>", 9));
            assertThat(links.room()).isFalse();
            spool.settle();
            assertThat(inflated(spool, links.blocks().get(0)))
                    .isEqualTo("<hyperlink ref=\"B5\" location=\"'Users &amp; &quot;co&quot; &lt;1>'!A9\"/>");
        }
    }

    private static String inflated(RowSpool spool, RowSpool.Block block) throws IOException {
        try (InputStream in = new InflaterInputStream(spool.open(block), new Inflater(true))) {
            return new String(in.readNBytes((int) block.size()), StandardCharsets.UTF_8);
        }
    }
}
