package org.trueup.server.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.trueup.rules.fact.TenantFacts;

/** What facts are recognised by: the same facts have the same hash, whether they came with the request or from the store. */
final class FactsHash {
    private FactsHash() {}

    static byte[] of(TenantFacts facts) {
        // records all the way down, so the text holds every value
        return of(facts.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
