package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one night while it is written: {@code .NAME.part-…} beside its place, holding the new files, the
 * temporary ones and, for the moment between two renames, the previous folder. Whatever happens, either the previous or
 * the new folder is under the final name, or the next run puts the previous one back.
 */
final class ReportFolder implements AutoCloseable {
    private final Path place;
    private final PartFolder part;
    private boolean published;

    private ReportFolder(Path place, PartFolder part) {
        this.place = place;
        this.part = part;
    }

    /** Makes the folder, after what dead runs left is put right. */
    static ReportFolder open(Path reports, String name) throws IOException {
        Files.createDirectories(reports);
        PartFolder.recover(reports);
        PartFolder part = PartFolder.create(reports, name);
        try {
            Files.createDirectory(part.fresh());
            Files.createDirectory(part.temporary());
        } catch (IOException e) {
            part.remove();
            throw e;
        }
        return new ReportFolder(reports.resolve(name), part);
    }

    /** Where the files go. */
    Path files() {
        return part.fresh();
    }

    /** Where files go that are not to stay. */
    Path temporary() {
        return part.temporary();
    }

    /** Gives the files their place, all at once. */
    Path publish() throws IOException {
        force(part.fresh());
        boolean replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, part.previous(), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(part.fresh(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(part.previous(), place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        published = true;
        forceFolder(place.getParent());
        return place;
    }

    @Override
    public void close() throws IOException {
        if (published) {
            // the new files are in place: what is left over is not worth a failed night, the next run removes it
            part.removeIfPossible();
        } else {
            part.remove();
        }
    }

    /** A name must not reach the disk before what it names. */
    private static void force(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (Path each : all) {
            if (Files.isDirectory(each)) {
                forceFolder(each);
            } else {
                try (FileChannel file = FileChannel.open(each, StandardOpenOption.WRITE)) {
                    file.force(true);
                }
            }
        }
    }

    private static void forceFolder(@Nullable Path folder) throws IOException {
        // Windows cannot open a folder, and writes its entries through
        if (folder != null
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }
}
