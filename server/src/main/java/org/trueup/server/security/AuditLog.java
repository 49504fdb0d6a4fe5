package org.trueup.server.security;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what and when; lines are only ever added, and a deed without its line does not happen. */
@Component
public class AuditLog {
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcClient sql;

    AuditLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** One line. The time is UTC. */
    public record Event(LocalDateTime at, String who, String action, String subject, String detail, String address) {}

    /** Adds a line, in the transaction of the deed where there is one. */
    public void add(String who, String action, String subject, String detail) {
        sql.sql(
                        "INSERT INTO audit_event (at, who, action, subject, detail, address) VALUES (UTC_TIMESTAMP(3), ?, ?, ?, ?, ?)")
                .param(who)
                .param(action)
                .param(cut(subject, LONGEST_SUBJECT))
                .param(cut(detail, LONGEST_DETAIL))
                .param(RequestAddress.current())
                .update();
    }

    /** The latest lines, the last first. */
    public List<Event> latest(int most) {
        return read("", most);
    }

    /** The latest lines whose subject begins so, the last first. */
    public List<Event> about(String subject, int most) {
        return read(" WHERE subject LIKE ?", most, subject.replaceAll("[\\\\%_]", "\\\\$0") + "%");
    }

    private List<Event> read(String where, int most, Object... params) {
        return sql.sql("SELECT at, who, action, subject, detail, address FROM audit_event" + where
                        + " ORDER BY event_id DESC LIMIT " + most)
                .params(params)
                .query((row, number) -> new Event(
                        row.getObject(1, LocalDateTime.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
