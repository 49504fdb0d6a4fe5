package org.trueup.server.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that the server makes for people, who change them when they like. */
public final class MadePassword {
    private static final int BYTES = 18;

    private MadePassword() {}

    /** One that nobody can guess, made of letters, digits, hyphens and underscores. */
    public static String make() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
