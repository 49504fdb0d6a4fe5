package org.trueup.batch.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.CRC32C;
import org.trueup.batch.store.Digest;

/** By what a feed's files are known again: the name, size, modification time and checksum of each. */
final class FeedFingerprint {
    private static final int BUFFER = 1 << 18;

    private FeedFingerprint() {}

    /**
     * Reads the files once, as they lie on disk.
     *
     * @throws FeedException when one cannot be read
     */
    static String of(FeedFolder folder) {
        Digest digest = new Digest();
        for (FeedFile file : FeedFile.values()) {
            for (Part part : folder.partsOf(file)) {
                try {
                    digest.and("%s %d %s %08x"
                            .formatted(
                                    part.name(),
                                    part.bytes(),
                                    Files.getLastModifiedTime(part.path()).toInstant(),
                                    checksum(part)));
                } catch (IOException e) {
                    throw part.unreadable(e);
                }
            }
        }
        return digest.text();
    }

    private static long checksum(Part part) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(part.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return checksum.getValue();
    }
}
