package org.trueup.server.once;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The table {@code answered_request}. */
@Component
class AnsweredRequests {
    private final JdbcClient sql;

    AnsweredRequests(JdbcClient sql) {
        this.sql = sql;
    }

    /** A request by the key of its caller's. */
    record Key(String who, String key) {}

    /**
     * What is known of a request.
     *
     * @param request SHA-256 of what was asked
     * @param status none while it is being worked on
     */
    record Known(
            byte[] request,
            @Nullable Integer status,
            @Nullable String contentType,
            byte[] answer) {}

    /** Whether the key was free; then it is this request's. */
    boolean begin(Key key, byte[] request) {
        return sql.sql("INSERT IGNORE INTO answered_request (who, request_key, at, request)"
                                + " VALUES (?, ?, UTC_TIMESTAMP(3), ?)")
                        .param(key.who())
                        .param(key.key())
                        .param(request)
                        .update()
                == 1;
    }

    Optional<Known> find(Key key) {
        return sql.sql("SELECT request, status, content_type, answer FROM answered_request"
                        + " WHERE who = ? AND request_key = ?")
                .param(key.who())
                .param(key.key())
                .query((row, number) -> {
                    byte[] answer = row.getBytes(4);
                    return new Known(
                            row.getBytes(1),
                            row.getObject(2, Integer.class),
                            row.getString(3),
                            answer == null ? new byte[0] : answer);
                })
                .optional();
    }

    void answered(Key key, int status, @Nullable String contentType, byte[] answer) {
        sql.sql("UPDATE answered_request SET status = ?, content_type = ?, answer = ?"
                        + " WHERE who = ? AND request_key = ?")
                .param(status)
                .param(contentType)
                .param(answer)
                .param(key.who())
                .param(key.key())
                .update();
    }

    /** The request failed for reasons of the server's own, so that it may come again. */
    void forget(Key key) {
        sql.sql("DELETE FROM answered_request WHERE who = ? AND request_key = ?")
                .param(key.who())
                .param(key.key())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOldOnes() {
        sql.sql("DELETE FROM answered_request WHERE at < UTC_TIMESTAMP() - INTERVAL 1 DAY")
                .update();
    }
}
