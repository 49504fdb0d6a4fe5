package org.trueup.server.page;

import java.time.LocalDateTime;
import org.trueup.server.security.Tokens;

/** A token in the list. */
record TokenLine(
        int number, String name, String owner, String roles, String made, String until, boolean good, String state) {

    static TokenLine of(Tokens.Token token, LocalDateTime now) {
        boolean over = !token.expiresAt().isAfter(now);
        String state = token.revokedAt() != null ? "■ revoked" : over ? "■ expired" : "○ good";
        return new TokenLine(
                token.number(),
                token.name(),
                token.owner(),
                RoleWords.line(token.scopes()),
                Words.day(token.createdAt().toLocalDate()),
                Words.day(token.expiresAt().toLocalDate()),
                token.revokedAt() == null && !over,
                state);
    }

    public String tone() {
        return good ? "GOOD" : "BAD";
    }
}
