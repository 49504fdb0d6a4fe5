package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Homes for tests that need one of their own; they borrow the unpacked programs of {@link TestStore}'s. */
final class TestHomes {
    private static @Nullable Home laidOut;

    private TestHomes() {}

    /** A new home under {@code target}, ready to be started. */
    static Path fresh(String name) throws IOException {
        return prepare(bare(name));
    }

    /** A new home under {@code target}, whose data the first start must still lay out. */
    static Path bare(String name) throws IOException {
        Path home = Path.of("target", "test-homes-" + TestStore.FORK, name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Files.createSymbolicLink(home.resolve("base"), TestStore.home().programs());
        return home;
    }

    /** Makes an empty folder a home: the unpacked programs, and data that were laid out once for all tests. */
    static Path prepare(Path home) throws IOException {
        if (!Files.exists(home.resolve("base"))) {
            Files.createSymbolicLink(home.resolve("base"), TestStore.home().programs());
        }
        FileSystemUtils.copyRecursively(laidOut().data(), home.resolve("data"));
        return home;
    }

    private static synchronized Home laidOut() throws IOException {
        Home home = laidOut;
        if (home == null) {
            home = Home.at(bare("laid-out"));
            new ServerPrograms(home).makeReady();
            laidOut = home;
        }
        return home;
    }

    static RunningServer server(Path home) throws IOException {
        return RunningServer.notedIn(Home.at(home)).orElseThrow();
    }
}
