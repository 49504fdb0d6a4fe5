package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Homes for tests that need one of their own; they borrow the unpacked programs of {@link TestStore}'s. */
final class TestHomes {
    private TestHomes() {}

    /** A new home under {@code target}. */
    static Path fresh(String name) throws IOException {
        Path home = Path.of("target", "test-homes", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        return withPrograms(Files.createDirectories(home));
    }

    /** Makes a folder a home that has its programs already. */
    static Path withPrograms(Path home) throws IOException {
        Files.createSymbolicLink(home.resolve("base"), TestStore.programs());
        return home;
    }

    static RunningServer server(Path home) throws IOException {
        return RunningServer.notedIn(Home.at(home)).orElseThrow();
    }
}
