package org.trueup.batch.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of an opened store: which release they are of, and whether a restore has filled only a part of them. A store
 * that is only partly filled opens for nothing but another restore.
 */
public final class Schema {
    private static final String HISTORY = "flyway_schema_history";
    /** Is there while a store is being filled; dropping it is the moment from which on the store is whole. */
    private static final String MARK = "restore_under_way";
    /** Is there while older tables are being brought up to date: MariaDB commits each statement of that by itself. */
    private static final String UPGRADE = "upgrade_under_way";

    private static final Set<String> TELLING_OF_TABLES = Set.of(HISTORY, MARK, UPGRADE);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final Store store;
    private final JdbcClient sql;

    private Schema(Store store) {
        this.store = store;
        this.sql = JdbcClient.create(store.dataSource());
    }

    public static Schema of(Store store) {
        return new Schema(store);
    }

    /**
     * The number of the last migration; none in a database without tables.
     *
     * @throws StoreException when the tables are of something else, or a migration did not come to its end
     */
    public Optional<Integer> version() {
        requireOurs();
        if (!has(HISTORY)) {
            return Optional.empty();
        }
        if (has(UPGRADE)
                || sql.sql("SELECT COUNT(*) FROM " + HISTORY + " WHERE NOT success")
                                .query(Long.class)
                                .single()
                        > 0) {
            throw new StoreException(
                    "The tables of the database %s are only half brought up to date: run trueup versions on it, which ends that or waits for who is at it, then try again."
                            .formatted(store.where()));
        }
        return sql.sql("SELECT MAX(CAST(version AS INT)) FROM " + HISTORY)
                .query(Integer.class)
                .optional();
    }

    /** @throws StoreException when the database holds tables of something else */
    public void requireOurs() {
        if (!has(HISTORY) && !tables().isEmpty()) {
            throw new StoreException(
                    "The database %s holds tables of something else: give Trueup a database of its own."
                            .formatted(store.where()));
        }
    }

    /** The number of the last migration that this program knows. */
    public int newest() {
        return Integer.parseInt(Migrations.newest(store.dataSource()));
    }

    /** Applies all migrations; for whoever is alone with the store. */
    public void bringUpToDate() {
        Migrations.all(store.forMigrations(), store.where()).apply();
    }

    /**
     * Applies all migrations to a store that others may be at work on. Where tables of an older release are there, a feed or
     * night at work on them is waited for, and none begins meanwhile.
     */
    void upgrade() {
        Migrations migrations = Migrations.all(store.forMigrations(), store.where());
        if (!has(HISTORY) || !(has(UPGRADE) || migrations.anyLeft())) {
            migrations.apply();
            return;
        }
        try (NamedLock alone = afterFeedAndNight()) {
            sql.sql("CREATE TABLE IF NOT EXISTS " + UPGRADE + " (nothing INT) ENGINE=InnoDB")
                    .update();
            migrations.apply();
            alone.requireHeld();
            sql.sql("DROP TABLE IF EXISTS " + UPGRADE).update();
        }
    }

    /** On a connection of its own, which outlasts the minutes that it may be silent. */
    private NamedLock afterFeedAndNight() {
        NamedLock lock = NamedLock.tryTake(store.forMigrations(), NamedLock.FACTS);
        if (lock == null) {
            LOG.warn(
                    "The tables of the database {} are of an older release: they are brought up to date when the feed, the night or the upgrade that is at work has ended.",
                    store.where());
        }
        while (lock == null) {
            Waiting.pause(LOOK);
            lock = NamedLock.tryTake(store.forMigrations(), NamedLock.FACTS);
        }
        return lock;
    }

    /** Makes the tables of a release, or brings older ones up to it. */
    public void bringUpTo(int version) {
        Migrations.upTo(Integer.toString(version), store.forMigrations(), store.where())
                .apply();
    }

    /** The tables with rows, by name; not those that tell of the tables. */
    public List<String> tables() {
        return named("BASE TABLE").stream()
                .filter(table -> !TELLING_OF_TABLES.contains(table))
                .toList();
    }

    public List<String> sequences() {
        return named("SEQUENCE");
    }

    private List<String> named(String type) {
        return sql.sql("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = ? ORDER BY table_name")
                .param(type)
                .query(String.class)
                .list();
    }

    private boolean has(String table) {
        return named("BASE TABLE").contains(table);
    }

    /** Says in the store that a restore has begun, so that nobody takes a part for the whole. */
    public void beginRestore() {
        sql.sql("CREATE TABLE IF NOT EXISTS " + MARK + " (begun_at DATETIME NOT NULL) ENGINE=InnoDB")
                .update();
        sql.sql("INSERT INTO " + MARK + " VALUES (UTC_TIMESTAMP())").update();
    }

    /** Says that the store is whole. */
    public void endRestore() {
        sql.sql("DROP TABLE " + MARK).update();
    }

    public boolean isRestoreUnderWay() {
        return has(MARK);
    }

    /** @throws StoreException when a restore has filled only a part of the store */
    public void requireWhole() {
        if (isRestoreUnderWay()) {
            throw new StoreException(
                    "A restore into the database %s is at work or did not come to its end, and it holds a part only: wait for it, or run trueup restore FILE again."
                            .formatted(store.where()));
        }
    }

    /** Drops every table and sequence; at last the mark of a restore, which thus speaks for as long as this takes. */
    public void drop() {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            for (String table : tables()) {
                statement.execute("DROP TABLE `" + table + "`");
            }
            for (String sequence : sequences()) {
                statement.execute("DROP SEQUENCE `" + sequence + "`");
            }
            statement.execute("DROP TABLE IF EXISTS " + HISTORY);
            statement.execute("DROP TABLE IF EXISTS " + UPGRADE);
            statement.execute("DROP TABLE IF EXISTS " + MARK);
            statement.execute("SET SESSION foreign_key_checks = 1");
        } catch (SQLException e) {
            throw SqlFailure.of("dropping empty tables", e);
        }
    }
}
