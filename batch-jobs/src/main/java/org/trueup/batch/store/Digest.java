package org.trueup.batch.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint by which a workbook, or whatever else has bytes, is known again: SHA-256 in 64 lower-case digits. */
public final class Digest {
    private final MessageDigest digest = sha256();

    /** The fingerprint of these bytes alone. */
    public static String of(byte[] bytes) {
        return new Digest().and(bytes).text();
    }

    /** Takes more bytes in. */
    public Digest and(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Takes more text in, as a line. */
    public Digest and(String line) {
        return and((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint of all that was taken in; to be asked once. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
