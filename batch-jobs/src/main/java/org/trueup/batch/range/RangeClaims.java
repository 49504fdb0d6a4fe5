package org.trueup.batch.range;

import java.util.UUID;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may write a range. A new owner takes the claim in the transaction in which it empties the range; whoever wrote before
 * finds in its next transaction that the claim is not its own any more. Nobody needs a clock for that.
 */
public final class RangeClaims {
    private final JdbcClient sql;

    public RangeClaims(JdbcClient sql) {
        this.sql = sql;
    }

    /** Takes a range, whoever had it, and becomes the owner; in the caller's transaction. */
    String take(RangeKey range) {
        String owner = UUID.randomUUID().toString();
        sql.sql("INSERT INTO range_claim (run_id, from_no, owner, times, tenants) VALUES (?, ?, ?, 1, 0)"
                        + " ON DUPLICATE KEY UPDATE owner = VALUES(owner), times = times + 1, tenants = 0")
                .params(range.run(), range.from(), owner)
                .update();
        return owner;
    }

    /** How often a range was begun. */
    int times(RangeKey range) {
        return sql.sql("SELECT times FROM range_claim WHERE run_id = ? AND from_no = ?")
                .params(range.run(), range.from())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Makes sure, until the transaction ends, that nobody else owns a range, and counts what is written in it.
     *
     * @param context of the range's step
     * @throws RangeLost when somebody else does
     */
    public void verify(ExecutionContext context, int more) {
        RangeKey range = new RangeKey(context.getInt(RangeKey.RUN), context.getInt(RangeKey.FROM));
        int mine = sql.sql(
                        "UPDATE range_claim SET tenants = tenants + ? WHERE run_id = ? AND from_no = ? AND owner = ?")
                .params(more, range.run(), range.from(), context.getString(RangeKey.OWNER, ""))
                .update();
        if (mine == 0) {
            throw new RangeLost(range);
        }
    }

    /** How many tenants the owners of a run's ranges have decided. */
    long tenants(int run) {
        return sql.sql("SELECT COALESCE(SUM(tenants), 0) FROM range_claim WHERE run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Lets nobody write the ranges of a run any more, until they are taken again. */
    public void revoke(int run) {
        sql.sql("UPDATE range_claim SET owner = '' WHERE run_id = ?").param(run).update();
    }

    /** Forgets the claims of a run. */
    public void forget(int run) {
        sql.sql("DELETE FROM range_claim WHERE run_id = ?").param(run).update();
    }
}
