package org.trueup.batch.feed;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a query as text, one a row, columns separated by bars, {@code -} for none. */
final class Rows {
    private Rows() {}

    static List<String> of(JdbcClient sql, String query) {
        return sql.sql(query)
                .query((row, index) -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String value = row.getString(i);
                        values.add(value == null ? "-" : value);
                    }
                    return String.join("|", values);
                })
                .list();
    }
}
