package org.trueup.batch.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The end of a backup, in the comment of the zip file: a SHA-256 over the whole of it, in which the digest's own place counts as
 * zeros. So a file that was cut off, or changed anywhere, is known before anything is done with it.
 */
final class Seal {
    private static final String LABEL = "trueup-backup-sha256:";
    private static final int DIGITS = 64;

    /** The comment with zeros in the digest's place. */
    static final String BLANK = LABEL + "0".repeat(DIGITS);

    /** The first piece of the file, by which a backup is known also where its end is missing. */
    static final String FIRST_PIECE = "trueup-backup.txt";

    private static final int LOCAL_HEADER = 30;
    private static final int BUFFER = 1 << 20;

    private Seal() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What is to be written over the zeros. */
    static byte[] of(MessageDigest wholeFile) {
        return HexFormat.of().formatHex(wholeFile.digest()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a file begins as backups do. */
    static boolean looksLikeBackup(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LOCAL_HEADER + FIRST_PIECE.length());
            return start.length == LOCAL_HEADER + FIRST_PIECE.length()
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && new String(start, LOCAL_HEADER, FIRST_PIECE.length(), StandardCharsets.US_ASCII)
                            .equals(FIRST_PIECE);
        }
    }

    /** Whether a file is what was written, to the last byte. */
    static boolean isWhole(Path file) throws IOException {
        long before = Files.size(file) - DIGITS;
        if (before < BLANK.length()) {
            return false;
        }
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            digestOf(in, before, digest);
            byte[] said = in.readNBytes(DIGITS);
            digest.update("0".repeat(DIGITS).getBytes(StandardCharsets.US_ASCII));
            return Arrays.equals(said, of(digest));
        } catch (EOFException e) {
            return false;
        }
    }

    private static void digestOf(InputStream in, long bytes, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }
}
