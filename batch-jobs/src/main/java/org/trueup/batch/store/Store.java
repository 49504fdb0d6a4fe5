package org.trueup.batch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The opened store: a MariaDB with all tables in place. An embedded one is started when it is opened and stopped when
 * its last store is closed, or when the program ends in whatever orderly way; a program that finds its folder in use
 * by another one works on that one's database.
 */
public final class Store implements AutoCloseable {
    private final DatabaseUrl url;
    private final StorePool pool;
    private final String description;
    private final Keeper keeper;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean ofContext;

    private Store(DatabaseUrl url, String description, Keeper keeper) {
        this.url = url;
        this.description = description;
        this.keeper = keeper;
        this.pool = Connections.pool(url, keeper);
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws StoreException if that cannot be done, with a sentence for people
     */
    public static Store open(StoreLocation location) {
        return open(location, Store::bringUpToDate);
    }

    /**
     * Opens the store and leaves its tables as they are, whichever release made them, if there are any: for whoever
     * copies a store or fills a new one. {@link Schema} tells what is there.
     *
     * @throws StoreException if that cannot be done, with a sentence for people
     */
    public static Store openAsFound(StoreLocation location) {
        return open(location, store -> {});
    }

    private static Store open(StoreLocation location, Consumer<Store> prepare) {
        if (location instanceof StoreLocation.EmbeddedUnder embedded) {
            return openEmbedded(embedded.home(), prepare);
        }
        StoreLocation.External external = (StoreLocation.External) location;
        Signals.listen();
        return open(DatabaseUrl.of(external.jdbcUrl()), "", Keeper.SOMEBODY_ELSE, prepare);
    }

    /**
     * Opens a store that an application context closes.
     *
     * @param impatient whether the program may be cut off from the database while others go on
     */
    static Store openForContext(StoreLocation location, boolean impatient) {
        Store store = open(impatient ? Connections.impatient(location) : location);
        store.ofContext = true;
        Signals.contextOpenedStore();
        return store;
    }

    private static Store openEmbedded(Path wanted, Consumer<Store> prepare) {
        Home home = Home.at(wanted);
        EmbeddedDatabase database = EmbeddedDatabase.of(home);
        RunningServer server = database.enter();
        boolean opened = false;
        try {
            DatabaseUrl url = DatabaseUrl.of(server.url())
                    .with("user", Accounts.PROGRAM)
                    .with("password", Accounts.read(home).program());
            Store store = open(url, ", kept under " + home.folder(), Keeper.of(database), prepare);
            opened = true;
            return store;
        } catch (IOException e) {
            throw DiskTrouble.of(e, home.folder());
        } finally {
            if (!opened) {
                database.leave();
            }
        }
    }

    private static Store open(DatabaseUrl url, String where, Keeper keeper, Consumer<Store> prepare) {
        String version = ServerCheck.check(url);
        Store store = new Store(url, "MariaDB %s, %s%s".formatted(version, url, where), keeper);
        boolean prepared = false;
        try {
            prepare.accept(store);
            prepared = true;
            return store;
        } finally {
            if (!prepared) {
                store.pool.close();
            }
        }
    }

    private static void bringUpToDate(Store store) {
        Schema schema = Schema.of(store);
        schema.requireWhole();
        schema.upgrade();
    }

    /**
     * Pooled connections, at most 20 at a time: strict SQL mode, UTC, READ COMMITTED, {@code LOAD DATA LOCAL} allowed.
     */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Opens a connection of its own for one streaming cursor, outside the pool: statements are prepared by the server,
     * so that a fetch size keeps a result out of memory, and the server waits an hour for a slow reader. Read only; one
     * cursor a connection, since a second query would read the rest of the first one's rows into memory. The caller
     * closes it.
     */
    public Connection openForStreaming() throws SQLException {
        return Connections.streaming(url);
    }

    /** Whether the database answers just now; takes some seconds where nobody says no. */
    boolean answers() {
        return pool.answers();
    }

    /** Why an embedded database that has ended is not started again; empty while it is, and for any other one. */
    Optional<String> givenUp() {
        return keeper.givenUp().get();
    }

    /** Whether it is of no use to wait for the database any longer: the store is closed, or the program is being stopped. */
    boolean isEnding() {
        return closed.get() || Signals.stopping();
    }

    /** The database by its name and server, for sentences; never a password. */
    String where() {
        return url.toString();
    }

    /**
     * Opens a connection of its own for a transaction that holds a row for minutes, outside the pool. MariaDB ends it, and rolls
     * back, when it hears nothing for some seconds: whoever holds something keeps asking. The caller closes it.
     */
    public Connection openForHolding() throws SQLException {
        return Connections.holding(url);
    }

    /** For changes of the tables, which may take minutes: connections of their own on which nobody loses patience. */
    DataSource forMigrations() {
        return Connections.patient(url);
    }

    /** A signal that stops the program is how it ends, not a failure: its exit code is 0 then. */
    public static void endsWellWhenStopped() {
        Signals.endWell();
    }

    /**
     * Lets a program that a signal ends say what became of its work, which fails when its store is closed: otherwise it may be
     * gone before. It waits for that some seconds at most.
     */
    public static void endsWhenSaid(BooleanSupplier said) {
        Signals.awaitLastWord(said);
    }

    /** Takes {@link #endsWellWhenStopped} back: the program goes on to its own end, which may be a failure. */
    public static void endsAsItSays() {
        Signals.endAsSaid();
    }

    /** Says for people which database this is; never a password. */
    public String describe() {
        return description;
    }

    /**
     * Closes all connections and lets go of the database. An embedded one that this program started is stopped,
     * after every other program that works on it has ended.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pool.close();
            try {
                keeper.release().run();
            } finally {
                if (ofContext) {
                    Signals.contextClosedStore();
                }
            }
        }
    }
}
