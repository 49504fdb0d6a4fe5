package org.trueup.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trueup.server.problem.Refusal;

/** Tokens by which programs call in a person's name: shown once, kept as hashes, for some of the person's roles, for a time. */
@Component
public class Tokens {
    /** By which a leaked one is recognised. */
    static final String PREFIX = "trueup_";

    private static final int BYTES = 32;
    private static final int MOST_DAYS = 366;

    private final JdbcClient sql;
    private final People people;
    private final RecentCallers recent;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient sql, People people, RecentCallers recent) {
        this.sql = sql;
        this.people = people;
        this.recent = recent;
    }

    /** A token as it is kept, without its secret. Times are UTC. */
    public record Token(
            int number,
            String name,
            String owner,
            Set<Role> scopes,
            LocalDateTime createdAt,
            LocalDateTime expiresAt,
            @Nullable LocalDateTime revokedAt) {}

    /** Makes a token and returns its secret, which nobody sees again. */
    public String issue(People.Person owner, String name, Set<Role> scopes, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.of("days", "A token is good for 1 to " + MOST_DAYS + " days.");
        }
        if (scopes.isEmpty() || !owner.caller().roles().containsAll(scopes)) {
            throw Refusal.of("scopes", "A token has some of its owner's roles, at least one.");
        }
        if (name.isBlank()) {
            throw Refusal.of("name", "Say what the token is for.");
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.sql("INSERT INTO api_token (person_id, name, sha256, scopes, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL ? DAY)")
                .param(owner.number())
                .param(name.strip())
                .param(hash(token))
                .param(scopes.stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param(days)
                .update();
        return token;
    }

    /** All that are still good, of everybody. */
    public List<Token> all() {
        return sql.sql("SELECT t.*, p.name AS owner FROM api_token t JOIN person p USING (person_id) ORDER BY token_id")
                .query((row, number) -> new Token(
                        row.getInt("token_id"),
                        row.getString("name"),
                        row.getString("owner"),
                        roles(row.getString("scopes")),
                        row.getObject("created_at", LocalDateTime.class),
                        row.getObject("expires_at", LocalDateTime.class),
                        row.getObject("revoked_at", LocalDateTime.class)))
                .list();
    }

    /** Ends a token at once. */
    public void revoke(int number) {
        sql.sql("UPDATE api_token SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP()) WHERE token_id = ?")
                .param(number)
                .update();
        recent.forget();
    }

    /** Who calls by a token; empty where it is unknown, over, revoked, or its owner may not sign in. */
    Optional<SignedIn> caller(String token) {
        return recent.find(hash(token), this::lookUp);
    }

    private Optional<SignedIn> lookUp(String hash) {
        return sql.sql("SELECT p.name, t.scopes FROM api_token t JOIN person p USING (person_id)"
                        + " WHERE t.sha256 = ? AND t.revoked_at IS NULL AND t.expires_at > UTC_TIMESTAMP()")
                .param(hash)
                .query((row, number) -> new Found(row.getString(1), roles(row.getString(2))))
                .optional()
                .flatMap(found -> people.find(found.name())
                        .filter(person -> !person.disabled())
                        .map(person -> signedIn(person.caller(), found.scopes())));
    }

    private record Found(String name, Set<Role> scopes) {}

    /** What the owner may not do any more the token may not do either. */
    private static SignedIn signedIn(Caller owner, Set<Role> scopes) {
        Set<Role> both = EnumSet.noneOf(Role.class);
        scopes.stream().filter(owner::is).forEach(both::add);
        return new SignedIn(new Caller(owner.name(), both, owner.accountManager(), owner.tenantId()), null, true);
    }

    private static Set<Role> roles(String listed) {
        return List.of(listed.split(",")).stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
