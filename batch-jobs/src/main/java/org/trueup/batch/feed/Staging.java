package org.trueup.batch.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.batch.store.PackedActivity;
import org.trueup.batch.store.SqlFailure;

/** Reads files into the staging tables, outside of any transaction: what stands there counts for nothing yet. */
final class Staging {
    private static final String PREFIX = "staged_";

    private final DataSource database;

    Staging(DataSource database) {
        this.database = database;
    }

    /** Name of the staging table of a table of facts. */
    static String of(String table) {
        return PREFIX + table;
    }

    /** Empties the staging tables. */
    void clear() {
        String[] tables = {"tenant", "subscription", "add_on", "grace_state", "account"};
        execute(
                "emptying the staging tables",
                Stream.of(tables).map(table -> "TRUNCATE TABLE " + of(table)).toArray(String[]::new));
    }

    /** Lets MariaDB learn how large the facts are now: by itself it looks at some tables late, at two never. */
    void analyzeFacts() {
        execute(
                "analysing the facts",
                "ANALYZE TABLE tenant, subscription, add_on, grace_state, account, " + PackedActivity.TABLE);
    }

    /** Reads a file whose lines are rows, the last line of a key winning. */
    void stage(FeedRun run, FeedFile file, FactLines facts) {
        inBulk(run, (bulk, rejected) -> {
            try (BulkLoader rows = bulk.replacing(of(facts.table()), facts.columns())) {
                run.reading(file, rejected).readAll(line -> {
                    facts.write(line, rows);
                    if (line.problem() == null) {
                        rows.endRow();
                    } else {
                        rows.dropRow();
                    }
                });
            }
        });
    }

    /**
     * Takes accounts, the new ones into the feed's transaction, the changed ones into their staging table. The first accounts of
     * a store are all new: they are read faster than MariaDB takes them, and go on to be loaded beside what comes next.
     */
    void takeAccounts(FeedRun run) {
        String[] columns = AccountLines.columns();
        inBulk(run, (bulk, rejected) -> {
            BulkConnection facts = run.facts().bulk();
            BulkLoader added = run.noAccountStored()
                    ? facts.atOnce(run.scratchFile(), AccountLines.TABLE, columns)
                    : facts.into(AccountLines.TABLE, columns);
            try (BulkLoader changed = bulk.replacing(of(AccountLines.TABLE), columns)) {
                run.reading(FeedFile.ACCOUNTS, rejected)
                        .readAll(new AccountIntake(new AccountLines(run.ids()), added, changed));
            }
            added.handOver();
        });
    }

    /** Reads activity and folds it; it waits outside of the database, where it takes a fraction of the room. */
    void foldActivity(FeedRun run) {
        FoldedActivity activity = run.startActivity();
        inBulk(
                run,
                (bulk, rejected) -> run.reading(FeedFile.ACTIVITY, rejected)
                        .readAll(new ActivityLines(run.ids(), activity.days())));
    }

    private void inBulk(FeedRun run, BulkWork work) {
        onConnection("staging the feed", connection -> {
            try (BulkConnection bulk = new BulkConnection(connection);
                    RejectedLines rejected = new RejectedLines(run.feedId(), bulk)) {
                work.with(bulk, rejected);
            }
        });
    }

    private void execute(String task, String... statements) {
        onConnection(task, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }

    private void onConnection(String task, ConnectionWork work) {
        try (Connection connection = database.getConnection()) {
            work.with(connection);
        } catch (SQLException e) {
            throw SqlFailure.of(task, e);
        }
    }

    private interface BulkWork {
        void with(BulkConnection bulk, RejectedLines rejected);
    }

    private interface ConnectionWork {
        void with(Connection connection) throws SQLException;
    }
}
