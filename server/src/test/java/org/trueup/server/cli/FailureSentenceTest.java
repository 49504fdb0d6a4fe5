package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.TransactionSystemException;
import org.trueup.batch.store.FullDatabase;
import org.trueup.batch.store.LostDatabase;
import org.yaml.snakeyaml.Yaml;

class FailureSentenceTest {
    @Test
    void aFullDiskIsToldFromDeepInside() {
        Exception failure = new IllegalStateException(
                "writing failed", new UncheckedIOException(new IOException("No space left on device")));
        assertThat(FailureSentence.of(failure))
                .isEqualTo("The disk is full; make room and run the same command again.");
    }

    @Test
    void filesAreNamed() {
        assertThat(FailureSentence.of(new NoSuchFileException("/data/feed"))).isEqualTo("/data/feed is not there.");
        assertThat(FailureSentence.of(new AccessDeniedException("/data/feed")))
                .isEqualTo("/data/feed cannot be used: this user has no permission.");
        assertThat(FailureSentence.of(new FileAlreadyExistsException("/data/feed")))
                .isEqualTo("/data/feed is a file, but a folder is needed there.");
        assertThat(FailureSentence.of(new FileSystemException("/data/feed", null, "Read-only file system")))
                .isEqualTo("/data/feed cannot be used: Read-only file system.");
    }

    @Test
    void aFileOfSettingsThatCannotBeReadIsToldByItsLine() {
        assertThatThrownBy(() -> new Yaml().load("trueup:\n  database-wait: [10m\n"))
                .extracting(FailureSentence::of)
                .isEqualTo(
                        "The settings in application.yaml cannot be read: line 3, column 1, expected ',' or ']', but got"
                                + " <stream end>; correct it there.");
    }

    @Test
    void aSettingThatCannotBeUsedIsNamedWithWhatItIs() {
        Binder settings = new Binder(new MapConfigurationPropertySource(Map.of("spring.mail.port", "abc")));
        assertThatThrownBy(() -> settings.bind("spring.mail.port", Integer.class))
                .extracting(FailureSentence::of)
                .isEqualTo("The setting spring.mail.port is \"abc\", which cannot be used; correct it in"
                        + " application.yaml or in the environment.");
    }

    @Test
    void aDatabaseThatWentAwayIsToldWhateverItBroke() {
        Exception failure = new IllegalStateException(
                "step failed",
                new SQLNonTransientConnectionException(
                        "Socket fail to connect to 127.0.0.1", new ConnectException("Connection refused")));
        assertThat(FailureSentence.of(failure)).isEqualTo(LostDatabase.SENTENCE);
        assertThat(FailureSentence.of(new SQLException("Connection reset", "08000")))
                .isEqualTo(LostDatabase.SENTENCE);
        assertThat(FailureSentence.of(new SQLException("Connection is closed"))).isEqualTo(LostDatabase.SENTENCE);
        assertThat(FailureSentence.of(new SQLException("Connection was killed", "70100", 1927)))
                .isEqualTo(LostDatabase.SENTENCE);
        TransactionSystemException rollback = new TransactionSystemException("Could not roll back");
        rollback.initApplicationException(new IllegalStateException(new SQLException("Connection reset", "08000")));
        assertThat(FailureSentence.of(rollback)).isEqualTo(LostDatabase.SENTENCE);
        assertThat(FailureSentence.of(new IllegalStateException(new SQLException("Duplicate entry", "23000"))))
                .contains("Duplicate entry");
    }

    @Test
    void aFullDiskOfTheDatabaseIsToldWhateverItBroke() {
        Exception failure = new IllegalStateException(
                "step failed", new SQLException("The table 'account' is full", "HY000", 1114));
        assertThat(FailureSentence.of(failure)).isEqualTo(FullDatabase.SENTENCE);
        assertThat(FailureSentence.of(new SQLException("Error writing file (Errcode: 28 \"No space left on device\")")))
                .isEqualTo(FullDatabase.SENTENCE);
    }

    @Test
    void whatNobodyExpectedNamesItsRootAndTheWayToDetails() {
        Exception failure = new RuntimeException("outer", new IllegalArgumentException("bad\n  thing."));
        assertThat(FailureSentence.of(failure))
                .isEqualTo("Something unexpected happened: IllegalArgumentException: bad thing;"
                        + " run again with --verbose for details.");
        assertThat(FailureSentence.of(new NullPointerException()))
                .isEqualTo("Something unexpected happened: NullPointerException;"
                        + " run again with --verbose for details.");
    }
}
