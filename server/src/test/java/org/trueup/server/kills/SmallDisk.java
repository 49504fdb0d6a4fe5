package org.trueup.server.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A disk in memory that can be filled. Only root may mount one: where that is not allowed the test is skipped with a reason,
 * unless the property {@code trueup.mounts} is {@code required}.
 */
final class SmallDisk implements AutoCloseable {
    private static final long MEGABYTE = 1024L * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String refused = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        if (refused.isEmpty()) {
            return new SmallDisk(folder);
        }
        if ("required".equals(System.getProperty("trueup.mounts"))) {
            throw new AssertionError("no disk can be mounted: " + refused);
        }
        return abort("a full disk is not tested, since no disk can be mounted here: " + refused);
    }

    /** What it complains about; empty when all went well. */
    private static String run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            return exit == 0 ? "" : said.isEmpty() ? "exit " + exit : said;
        } catch (IOException noSuchProgram) {
            return String.valueOf(noSuchProgram.getMessage());
        }
    }

    Path folder() {
        return folder;
    }

    /** Fills it, but for so many kilobytes. */
    void fillBut(long kilobytes) throws IOException {
        long left = Files.getFileStore(folder).getUsableSpace() - kilobytes * 1024;
        byte[] block = new byte[(int) MEGABYTE];
        try (OutputStream filler =
                Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long written = 0; written < left; written += block.length) {
                filler.write(block, 0, (int) Math.min(block.length, left - written));
            }
        }
    }

    /** Fills it while others write to it too. */
    void fill() throws IOException {
        try {
            fillBut(-1);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** The names of what lies in a folder of it, the filler left out. */
    List<String> names(String in) throws IOException {
        return NightFolder.under(folder.resolve(in));
    }

    @Override
    public void close() {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
