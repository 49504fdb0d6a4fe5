package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.trueup.spreadsheets.annotate.AnnotatedWorkbook;
import org.trueup.spreadsheets.annotate.Annotation;
import org.trueup.spreadsheets.annotate.Annotation.NotPossible;
import org.trueup.spreadsheets.annotate.Annotation.Written;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.sheet.WorkbookReader;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where {@code check --annotate} writes: never over the workbook itself, nor over one that somebody works on. */
record AnnotatedFile(Path path) {

    /** What can be said before anything is read. */
    void requireUsable(CommandLine command, Path workbook) throws IOException {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new ParameterException(
                    command, "--annotate \"" + path + "\" does not end in .xlsx; name a workbook to write.");
        }
        boolean same = path.toAbsolutePath()
                .normalize()
                .equals(workbook.toAbsolutePath().normalize());
        if (same || Files.exists(path) && Files.exists(workbook) && Files.isSameFile(path, workbook)) {
            throw new ParameterException(
                    command,
                    "--annotate names the workbook itself, " + workbook + ", which stays as it is; name another file.");
        }
    }

    /** Written beside its place and renamed when whole. */
    void write(byte[] workbook, CheckReport report) throws IOException {
        requireReplaceable();
        Annotation annotation = AnnotatedWorkbook.of(workbook, report);
        if (annotation instanceof NotPossible notPossible) {
            throw new NotDone(path + " was not written: " + notPossible.sentence() + ".");
        }
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".annotated-", ".part");
        try {
            Files.write(beside, ((Written) annotation).workbook());
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** An earlier annotation may go; what else stands there may be the only copy of somebody's work. */
    private void requireReplaceable() throws IOException {
        if (!Files.exists(path) || Files.isRegularFile(path) && Files.size(path) == 0) {
            return;
        }
        boolean annotated = false;
        if (Files.isRegularFile(path)) {
            try (var in = Files.newInputStream(path)) {
                annotated = AnnotatedWorkbook.isOne(in.readNBytes(WorkbookReader.MAX_BYTES + 1));
            }
        }
        if (!annotated) {
            throw new NotDone(
                    path
                            + " is there already and stays as it is, since no check wrote it; move it away, or name another file with --annotate.");
        }
    }
}
