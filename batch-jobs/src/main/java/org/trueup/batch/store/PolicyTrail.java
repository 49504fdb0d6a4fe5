package org.trueup.batch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.rules.fact.Vendor;

/** Adds versions to the store, each together with its line of the trail: both are there, or neither. */
final class PolicyTrail {
    private static final String COLUMNS =
            "at, action, vendor, version, effective_on, back_to, author, approver, note, sha256, program_user";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    PolicyTrail(DataSource store) {
        this.sql = JdbcClient.create(store);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(store));
    }

    /** A version in the making, still without a number. */
    record Draft(
            PolicyEvent.Action action,
            Vendor vendor,
            LocalDate effectiveOn,
            @Nullable Integer backTo,
            String author,
            String approver,
            String note,
            byte[] workbook) {}

    /** Returns false when the number was taken meanwhile; then nothing was added. */
    boolean add(Draft draft, int version) {
        try {
            transaction.executeWithoutResult(status -> insert(draft, version));
            return true;
        } catch (DuplicateKeyException takenMeanwhile) {
            return false;
        }
    }

    private void insert(Draft draft, int version) {
        String sha256 = Digest.of(draft.workbook());
        sql.sql(
                        "INSERT INTO policy_version (vendor, version, effective_on, back_to, workbook, sha256, author, approver,"
                                + " note, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP())")
                .params(Arrays.asList(
                        draft.vendor().name(),
                        version,
                        draft.effectiveOn(),
                        draft.backTo(),
                        draft.workbook(),
                        sha256,
                        draft.author(),
                        draft.approver(),
                        draft.note()))
                .update();
        // copied from the version, so that both hold the same to the last second
        sql.sql("INSERT INTO policy_event (" + COLUMNS + ") SELECT published_at, ?, vendor, version, effective_on,"
                        + " back_to, author, approver, note, sha256, ? FROM policy_version"
                        + " WHERE vendor = ? AND version = ?")
                .params(
                        draft.action().name(),
                        ProgramUser.name(),
                        draft.vendor().name(),
                        version)
                .update();
    }

    /** Everything that was done to a vendor's policy, the first first. */
    List<PolicyEvent> of(Vendor vendor) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_event WHERE vendor = ? ORDER BY event_id")
                .param(vendor.name())
                .query((row, number) -> read(row))
                .list();
    }

    private static PolicyEvent read(ResultSet row) throws SQLException {
        return new PolicyEvent(
                row.getObject("at", LocalDateTime.class),
                PolicyEvent.Action.valueOf(row.getString("action")),
                new Vendor(row.getString("vendor")),
                row.getInt("version"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("back_to", Integer.class),
                row.getString("author"),
                row.getString("approver"),
                row.getString("note"),
                row.getString("sha256"),
                row.getString("program_user"));
    }
}
