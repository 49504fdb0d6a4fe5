package org.trueup.batch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder of an embedded database and what lies where in it. Everything is readable by its owner alone.
 *
 * @param folder absolute, with symbolic links followed, so that one folder has one name
 */
record Home(Path folder) {
    static final String DATA = "data";

    /** Makes the folder ready for use. */
    static Home at(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                throw new StoreException(
                        "%s is a file, and the database needs a folder: name another one with --home.".formatted(part));
            }
        }
        try {
            if (!Files.exists(path)) {
                makePrivate(Files.createDirectories(path));
            }
            Home home = new Home(path.toRealPath());
            for (Path folder : List.of(home.programs(), home.temporary(), home.running(), home.logs())) {
                // an operator may have put a link there
                if (!Files.isDirectory(folder)) {
                    makePrivate(Files.createDirectories(folder));
                }
            }
            if (!Files.isWritable(home.folder)) {
                throw new FileSystemException(path.toString());
            }
            return home;
        } catch (IOException e) {
            throw DiskTrouble.of(e, path);
        }
    }

    Path ownerLock() {
        return folder.resolve("owner.lock");
    }

    Path joinersLock() {
        return folder.resolve("joiners.lock");
    }

    /** The passwords. */
    Path accounts() {
        return folder.resolve("accounts.properties");
    }

    /** Which process serves the data just now. */
    Path server() {
        return running().resolve("server.properties");
    }

    /** The unpacked programs of MariaDB. */
    Path programs() {
        return folder.resolve("base");
    }

    Path data() {
        return folder.resolve(DATA);
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** What exists only while the database runs. */
    Path running() {
        return folder.resolve("run");
    }

    private Path logs() {
        return folder.resolve("log");
    }

    Path log() {
        return logs().resolve("mariadb.log");
    }

    /** Writes a small file that only its owner may read; readers see the old or the new text, never half of one. */
    static void writePrivately(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void makePrivate(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
