package org.trueup.batch.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.trueup.batch.store.Reach.Found;

/**
 * The connections of a store. Whoever wants one waits for a while when all are in use, when the database is slow, and when
 * one that this program keeps is just being started again; but a database that is gone is told at once: what has failed
 * by it asks several times more before it ends.
 */
final class StorePool extends HikariDataSource {
    /** How long the pool itself is asked at a time. */
    static final Duration TURN = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Reach reach;
    private final Keeper keeper;
    private volatile boolean gone;

    StorePool(HikariConfig config, Reach reach, Keeper keeper) {
        super(config);
        this.reach = reach;
        this.keeper = keeper;
    }

    boolean answers() {
        return reach.look() == Found.ANSWERS;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (gone && !answers()) {
            throw new SQLTransientConnectionException("The database is still gone", "08001");
        }
        long begun = System.nanoTime();
        while (true) {
            try {
                Connection connection = super.getConnection();
                gone = false;
                return connection;
            } catch (SQLTransientConnectionException e) {
                if (isOver(begun)) {
                    throw e;
                }
            }
        }
    }

    /** Whether to wait no longer; remembers whether that is because the database is gone. */
    private boolean isOver(long begun) {
        boolean late = System.nanoTime() - begun > PATIENCE.toNanos();
        Found found = reach.look();
        boolean over = isClosed() || late || found == Found.REFUSED && !keeper.bringsItBack();
        gone = over && found != Found.ANSWERS;
        return over;
    }
}
