package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsMadeForItsOwnerAlone() throws IOException {
        Path home = folder.resolve("home");

        new ScratchFolder(home.resolve("tmp")).prepare();
        new ScratchFolder(home.resolve("tmp")).prepare();

        assertThat(home.resolve("tmp")).isEmptyDirectory();
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(home)).hasSize(3);
            assertThat(Files.getPosixFilePermissions(home.resolve("tmp"))).hasSize(3);
        }
    }

    @Test
    void aFullDiskIsToldWhateverFoundItFull() {
        ScratchFolder scratch = new ScratchFolder(folder);
        IOException noRoom = new IOException("No space left on device");

        assertThat(scratch.failure(new UncheckedIOException(noRoom))).hasMessageContaining(folder + " is full");
        assertThat(scratch.failure(new UncheckedIOException("the scratch file cannot be written", noRoom)))
                .hasMessageContaining(folder + " is full");
        assertThat(scratch.failure(new InternalError("a fault occurred in an unsafe memory access operation")))
                .hasMessageContaining(folder + " is full");
        assertThat(scratch.failure(new UncheckedIOException(new IOException("Input/output error"))))
                .hasMessageContaining("cannot be used (java.io.IOException: Input/output error)");
    }

    @Test
    void whatCannotBeAFolderIsRefusedWithAWayOut() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new ScratchFolder(file).prepare())
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "The scratch folder %s cannot be written; name another one in the environment variable"
                                + " TRUEUP_SCRATCH.",
                        file);
    }
}
