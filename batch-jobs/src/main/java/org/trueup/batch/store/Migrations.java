package org.trueup.batch.store;

import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database's tables up to date. Flyway lets one program at a time do it. MariaDB commits each statement that
 * changes a table, so a migration that was cut off is run again from its beginning: every statement in one must bear
 * that ({@code IF NOT EXISTS}).
 */
final class Migrations {
    private final Flyway flyway;
    private final String where;

    private Migrations(Flyway flyway, String where) {
        this.flyway = flyway;
        this.where = where;
    }

    /** All migrations that this program knows. */
    static Migrations all(DataSource database, String where) {
        return new Migrations(configured(database).load(), where);
    }

    /** The migrations up to one of them, as the release had them that ended with it. */
    static Migrations upTo(String version, DataSource database, String where) {
        return new Migrations(configured(database).target(version).load(), where);
    }

    /** The version of the last migration that this program knows. */
    static String newest(DataSource database) {
        return Arrays.stream(configured(database).load().info().all())
                .filter(found -> found.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }

    private static FluentConfiguration configured(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true);
    }

    /** Whether some of them have not been applied yet, or not to their end. */
    boolean anyLeft() {
        try {
            MigrationInfoService found = flyway.info();
            return anyFailed(found) || found.pending().length > 0;
        } catch (FlywayException e) {
            throw new StoreException(sentence(e), e);
        }
    }

    /** Applies those that are left. */
    void apply() {
        try {
            if (anyFailed(flyway.info())) {
                flyway.repair();
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(sentence(e), e);
        }
    }

    private static boolean anyFailed(MigrationInfoService found) {
        return Arrays.stream(found.all()).anyMatch(each -> each.getState() == MigrationState.FAILED);
    }

    private String sentence(FlywayException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("non-empty schema")) {
            return "The database %s holds tables of something else: give Trueup a database of its own."
                    .formatted(where);
        }
        if (DiskTrouble.meansFull(said)) {
            return "The disk of the database %s is full: free some space there.".formatted(where);
        }
        if (said.contains("log_bin_trust_function_creators")) {
            return ("The database %s keeps a binary log and lets nobody make triggers, which guard the trail of the policies:"
                            + " set log_bin_trust_function_creators=ON there.")
                    .formatted(where);
        }
        if (said.contains("TRIGGER command denied")) {
            return ("The user may not make triggers in the database %s, and they guard the trail of the policies:"
                            + " GRANT TRIGGER on it to that user.")
                    .formatted(where);
        }
        return "The tables of the database %s cannot be brought up to date: %s"
                .formatted(where, said.strip().replaceAll("\\s+", " "));
    }
}
