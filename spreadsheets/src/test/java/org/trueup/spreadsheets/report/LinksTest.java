package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void aSheetTakesAsManyLinksAsExcelDoesTheOthersOnItCounted() throws IOException {
        try (Links links = new Links(Links.MOST - 1)) {
            assertThat(links.room()).isTrue();
            links.add("B5", new Spot("Users & \"co\" <1>", 9));
            assertThat(links.room()).isFalse();
            assertThat(new String(links.written(), StandardCharsets.UTF_8))
                    .isEqualTo("<hyperlink ref=\"B5\" location=\"'Users &amp; &quot;co&quot; &lt;1>'!A9\"/>");
        }
    }
}
