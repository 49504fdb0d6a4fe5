package org.trueup.server.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.rules.outcome.Cell;

/** Writes the table {@code decision}. */
@Component
class DecisionRows {
    private static final int LONGEST_NAME = 190;
    /** A statement's text grows with its rows, and few decisions are asked at once. */
    private static final int ROWS_A_STATEMENT = 200;

    private static final String INSERT =
            "INSERT INTO decision (at, who, kind, tenant_id, vendor, as_of, facts, policy_version, answer, rule, cell) VALUES ";
    private static final String ROW = "(UTC_TIMESTAMP(3), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    DecisionRows(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All or none. */
    void insert(List<DecisionLine> lines) {
        transaction.executeWithoutResult(status -> {
            for (int from = 0; from < lines.size(); from += ROWS_A_STATEMENT) {
                insertSome(lines.subList(from, Math.min(lines.size(), from + ROWS_A_STATEMENT)));
            }
        });
    }

    private void insertSome(List<DecisionLine> lines) {
        List<Object> values = new ArrayList<>(lines.size() * 10);
        for (DecisionLine line : lines) {
            Cell cell = line.decider().cell();
            values.add(cut(line.who()));
            values.add(line.kind().name());
            values.add(line.tenantId());
            values.add(line.vendor());
            values.add(line.asOf());
            values.add(line.facts());
            values.add(line.policyVersion());
            values.add(line.answer());
            values.add(cut(line.decider().rule()));
            values.add(cell == null ? null : cut(cell.toString()));
        }
        String all = INSERT + String.join(", ", Collections.nCopies(lines.size(), ROW));
        sql.update(all, values.toArray());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
