package org.trueup.server.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trueup.batch.night.StoredRun;
import org.trueup.spreadsheets.report.NightReports;

/** The files that a run wrote. Nothing outside of its own folder is ever found. */
final class ReportFiles {
    private final Path reports;

    ReportFiles(Path reports) {
        this.reports = reports;
    }

    /** Where nights write their folders. */
    Path folder() {
        return reports;
    }

    private Path folder(StoredRun run) {
        return reports.resolve(NightReports.folderName(run.asOf(), run.preview()));
    }

    /** Names of all, relative to the run's folder and with {@code /}, in order; empty where they are not there any more. */
    List<String> names(StoredRun run) {
        Path folder = folder(run);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> named(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the reports in " + folder + " cannot be listed", e);
        }
    }

    private static String named(Path file) {
        return Stream.iterate(0, i -> i < file.getNameCount(), i -> i + 1)
                .map(i -> file.getName(i).toString())
                .collect(Collectors.joining("/"));
    }

    /** A file by its name. */
    Optional<Path> find(StoredRun run, String name) {
        try {
            // links are followed before the look, so that none leads out of the folder
            Path folder = folder(run).toRealPath();
            Path file = folder.resolve(name).toRealPath();
            return Optional.of(file).filter(found -> found.startsWith(folder) && Files.isRegularFile(found));
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }
}
