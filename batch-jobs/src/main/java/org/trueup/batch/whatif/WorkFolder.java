package org.trueup.batch.whatif;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A hidden folder beside the file to be written: the file is made in it and renamed when it is whole. */
final class WorkFolder implements AutoCloseable {
    private final Path place;
    private final Path folder;

    private WorkFolder(Path place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    static WorkFolder beside(Path file) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) {
            throw new IOException(place + " cannot be a file");
        }
        Files.createDirectories(parent);
        return new WorkFolder(place, Files.createTempDirectory(parent, ".what-if-"));
    }

    /** Where things go that are not to stay. */
    Path path() {
        return folder;
    }

    Path spool() {
        return folder.resolve("changes");
    }

    Path fresh() {
        return folder.resolve("new.xlsx");
    }

    /** Gives the new file its place. */
    void publish() throws IOException {
        Files.move(fresh(), place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
