package org.trueup.server.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.trueup.rules.fact.Vendor;

/** The table {@code policy_draft}. */
@Component
class DraftRows {
    private static final String COLUMNS =
            "draft_id, vendor, state, author, note, based_on, back_to, sha256, size, version, created_at, changed_at";

    private final JdbcClient sql;

    DraftRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What to keep of a new draft. */
    record Beginning(
            Vendor vendor,
            String author,
            String note,
            @Nullable String basedOn,
            @Nullable Integer backTo) {}

    Draft add(Beginning beginning, byte[] workbook) {
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        sql.sql(
                        "INSERT INTO policy_draft (vendor, state, author, note, based_on, back_to, workbook, sha256, size,"
                                + " created_at, changed_at) VALUES (?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())")
                .params(Arrays.asList(
                        beginning.vendor().name(),
                        beginning.author(),
                        beginning.note(),
                        beginning.basedOn(),
                        beginning.backTo(),
                        workbook,
                        Digest.of(workbook),
                        workbook.length))
                .update(number);
        return find(beginning.vendor(), Objects.requireNonNull(number.getKey()).intValue())
                .orElseThrow();
    }

    Optional<Draft> find(Vendor vendor, int number) {
        return read(" WHERE vendor = ? AND draft_id = ?", vendor.name(), number).stream()
                .findFirst();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Draft> hold(Vendor vendor, int number) {
        return read(" WHERE vendor = ? AND draft_id = ? FOR UPDATE", vendor.name(), number).stream()
                .findFirst();
    }

    /** Those that are still drafts, the last changed first. */
    List<Draft> open(Vendor vendor) {
        return read(" WHERE vendor = ? AND state = 'DRAFT' ORDER BY changed_at DESC, draft_id DESC", vendor.name());
    }

    byte[] workbook(Draft draft) {
        return sql.sql("SELECT workbook FROM policy_draft WHERE draft_id = ?")
                .param(draft.number())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Replaces a workbook; what brought a version back unchanged is a change of its own from then on. */
    void replace(Draft draft, byte[] workbook) {
        sql.sql("UPDATE policy_draft SET workbook = ?, sha256 = ?, size = ?, back_to = NULL,"
                        + " changed_at = UTC_TIMESTAMP() WHERE draft_id = ?")
                .params(workbook, Digest.of(workbook), workbook.length, draft.number())
                .update();
    }

    void note(Draft draft, String note) {
        sql.sql("UPDATE policy_draft SET note = ?, changed_at = UTC_TIMESTAMP() WHERE draft_id = ?")
                .params(note, draft.number())
                .update();
    }

    void close(Draft draft, Draft.State state, @Nullable Integer version) {
        sql.sql("UPDATE policy_draft SET state = ?, version = ?, changed_at = UTC_TIMESTAMP() WHERE draft_id = ?")
                .params(Arrays.asList(state.name(), version, draft.number()))
                .update();
    }

    /** All vendors that have a version or a draft, by name. */
    List<Vendor> vendors() {
        return sql.sql("SELECT vendor FROM policy_version UNION"
                        + " SELECT vendor FROM policy_draft WHERE state = 'DRAFT' ORDER BY vendor")
                .query((row, number) -> new Vendor(row.getString(1)))
                .list();
    }

    private List<Draft> read(String where, Object... params) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_draft" + where)
                .params(params)
                .query((row, number) -> read(row))
                .list();
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                row.getInt("draft_id"),
                new Vendor(row.getString("vendor")),
                Draft.State.valueOf(row.getString("state")),
                row.getString("author"),
                row.getString("note"),
                row.getString("based_on"),
                row.getObject("back_to", Integer.class),
                row.getString("sha256"),
                row.getInt("size"),
                row.getObject("version", Integer.class),
                row.getObject("created_at", LocalDateTime.class),
                row.getObject("changed_at", LocalDateTime.class));
    }
}
