package org.trueup.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringMailsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAMailServerNoStoreIsOpened() {
        Path home = folder.resolve("home");
        assertThatThrownBy(() -> SpringMails.open(new StoreChoice(home, null), false))
                .isInstanceOf(NoMailServer.class);
        assertThat(home).doesNotExist();
    }
}
