package org.trueup.batch.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** What JDBC throws, told as Spring's own templates tell it, so that callers have one kind of failure to know. */
public final class SqlFailure {
    private SqlFailure() {}

    /**
     * The failure to throw.
     *
     * @param task what was being done, for example {@code reading the known ids}
     */
    public static DataAccessException of(String task, SQLException e) {
        return of(task, null, e);
    }

    /** The failure of a statement that belongs to the message. */
    static DataAccessException of(String task, @Nullable String sql, SQLException e) {
        DataAccessException known = new SQLExceptionSubclassTranslator().translate(task, sql, e);
        return known == null ? new UncategorizedSQLException(task, sql, e) : known;
    }
}
