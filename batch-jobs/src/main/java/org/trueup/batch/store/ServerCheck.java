package org.trueup.batch.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether a database is one that the store can use, and says what to do when it is not. */
final class ServerCheck {
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)");
    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 6;
    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private ServerCheck() {}

    /**
     * Connects once.
     *
     * @return the server's version, for people
     */
    static String check(DatabaseUrl url) {
        if (url.database().isEmpty()) {
            throw new StoreException(
                    "The database URL names no database: write one after %s/.".formatted(url.server()));
        }
        try (Connection connection = Connections.plain(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION(), @@local_infile")) {
            row.next();
            String version = row.getString(1);
            checkVersion(url, version);
            if (!row.getBoolean(2)) {
                throw new StoreException(
                        "The database server at %s has local_infile switched off, and feeds are loaded through it: set local_infile=ON there."
                                .formatted(url.server()));
            }
            return version;
        } catch (SQLException e) {
            throw refused(url, e);
        }
    }

    static void checkVersion(DatabaseUrl url, String version) {
        if (!version.toLowerCase(Locale.ROOT).contains("mariadb")) {
            throw new StoreException(
                    "The database server at %s is MySQL %s, not MariaDB: give the URL of a MariaDB %d.%d or later."
                            .formatted(url.server(), version, OLDEST_MAJOR, OLDEST_MINOR));
        }
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.lookingAt()
                || Integer.parseInt(numbers.group(1)) < OLDEST_MAJOR
                || Integer.parseInt(numbers.group(1)) == OLDEST_MAJOR
                        && Integer.parseInt(numbers.group(2)) < OLDEST_MINOR) {
            throw new StoreException(
                    "The database server at %s is MariaDB %s, which is too old: %d.%d or later is needed."
                            .formatted(url.server(), version, OLDEST_MAJOR, OLDEST_MINOR));
        }
    }

    static StoreException refused(DatabaseUrl url, SQLException e) {
        return new StoreException(
                switch (e.getErrorCode()) {
                    case ACCESS_DENIED ->
                        "The database server at %s refuses user \"%s\" with the password in the URL: check both."
                                .formatted(url.server(), url.user());
                    case DATABASE_DENIED ->
                        "User \"%s\" may not use the database \"%s\" at %s: GRANT ALL PRIVILEGES ON it to that user."
                                .formatted(url.user(), url.database(), url.server());
                    case UNKNOWN_DATABASE ->
                        "There is no database \"%s\" at %s: create it with CREATE DATABASE, or correct the URL."
                                .formatted(url.database(), url.server());
                    default ->
                        e.getSQLState() != null && e.getSQLState().startsWith("08")
                                ? "No database server answers at %s: check host and port, and that it runs."
                                        .formatted(url.server())
                                : "The database \"%s\" at %s cannot be used: %s"
                                        .formatted(url.database(), url.server(), e.getMessage());
                },
                e);
    }
}
