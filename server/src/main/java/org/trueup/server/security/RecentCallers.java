package org.trueup.server.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Who called by which token in the last two seconds, so that a program with thousands of questions is not looked up thousands of
 * times. What this server changes counts at once, what another one on the same store changes within those seconds.
 */
@Component
class RecentCallers {
    private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 1_000;

    private final Map<String, Seen> byHash = new ConcurrentHashMap<>();
    private volatile int changes;

    private record Seen(SignedIn caller, long at) {}

    /** The caller by the hash of a token; only one who may call is remembered. */
    Optional<SignedIn> find(String hash, Function<String, Optional<SignedIn>> lookUp) {
        Seen seen = byHash.get(hash);
        if (seen != null && System.nanoTime() - seen.at() < GOOD_NANOS) {
            return Optional.of(seen.caller());
        }
        int before = changes;
        Optional<SignedIn> found = lookUp.apply(hash);
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        // what was read before a change must not outlive it
        found.filter(caller -> before == changes)
                .ifPresentOrElse(
                        caller -> byHash.put(hash, new Seen(caller, System.nanoTime())), () -> byHash.remove(hash));
        return found;
    }

    /** Somebody's roles or tokens changed. */
    synchronized void forget() {
        changes++;
        byHash.clear();
    }
}
