package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By what the files of a feed are known again. */
class FeedFilesIT extends FeedLoading {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-11-21T01:02:03Z"));

    @BeforeEach
    void aFeed() throws IOException {
        Folder.small(folder);
        Files.setLastModifiedTime(tenants(), TIME);
        loader.load(new Folder(folder).request());
    }

    private Path tenants() {
        return folder.resolve("tenants.csv");
    }

    @Test
    void theSameFilesAreKnownAgain() {
        assertThat(loader.holds(folder)).isTrue();
    }

    @Test
    void anotherTimeAnotherFileAndAnotherContentAreNot() throws IOException {
        Files.setLastModifiedTime(tenants(), FileTime.from(TIME.toInstant().plusMillis(1)));
        assertThat(loader.holds(folder)).isFalse();

        String text = Files.readString(tenants());
        Files.writeString(tenants(), text.replace("One", "Uno"));
        Files.setLastModifiedTime(tenants(), TIME);
        assertThat(loader.holds(folder)).isFalse();

        Files.writeString(tenants(), text);
        Files.setLastModifiedTime(tenants(), TIME);
        assertThat(loader.holds(folder)).isTrue();
        new Folder(folder).with("accounts.csv", "tenant_id,account_id,name");
        assertThat(loader.holds(folder)).isFalse();
    }

    @Test
    void onlyTheLastFeedThatWasLoadedCounts() {
        Folder other = Folder.small(folder.resolve("other"));
        loader.load(other.request());
        assertThat(loader.holds(folder)).isFalse();
        assertThat(loader.holds(other.path())).isTrue();
    }
}
