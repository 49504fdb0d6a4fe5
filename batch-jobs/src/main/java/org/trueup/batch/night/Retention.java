package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trueup.rules.fact.Vendor;

/**
 * Drops what the settings do not keep, after each night. A night stops counting in one moment and its results go afterwards, in steps,
 * as those of replaced runs do: half of it is never shown. What runs counted, policies, their trail and the audit log stay.
 */
final class Retention {
    /** So many rows go in one transaction. */
    private static final int STEP = 10_000;

    /** Days from one night to the next beyond which a date is mistyped more often than meant; what is thinned is gone. */
    private static final int LONGEST_LEAP = 100;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final KeepSettings settings;

    Retention(JdbcClient sql, PlatformTransactionManager transactions, KeepSettings settings) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    /** Lets the nights go that the settings do not keep; the caller holds the store's lock, and drops their results. */
    void thin(NightProgress progress) {
        SortedMap<LocalDate, Set<Vendor>> stored = stored();
        List<LocalDate> gone = KeptNights.toThin(stored, settings);
        if (!gone.isEmpty() && leaps(stored)) {
            progress.note(
                    "Nothing was thinned: the latest night, %s, is of a date more than %d days after the one before, which may be a slip. If it is meant, the night after it thins."
                            .formatted(stored.lastKey(), LONGEST_LEAP));
        } else if (!gone.isEmpty()) {
            String nights = "%,d %s, %s"
                    .formatted(
                            gone.size(),
                            gone.size() == 1 ? "night" : "nights",
                            gone.size() == 1
                                    ? gone.get(0)
                                    : "from " + gone.get(0) + " to " + gone.get(gone.size() - 1));
            if (settings.dryRun()) {
                progress.note("The settings trueup.keep would thin " + nights + "; a dry run drops nothing.");
            } else {
                gone.forEach(this::letGo);
                progress.note("Thinned " + nights + ", as the settings trueup.keep ask.");
            }
        }
        if (!settings.dryRun()) {
            dropLogs();
        }
    }

    /** Whether the latest night is of a date so far ahead that it would make all others old. */
    private static boolean leaps(SortedMap<LocalDate, Set<Vendor>> stored) {
        LocalDate latest = stored.lastKey();
        SortedMap<LocalDate, Set<Vendor>> before = stored.headMap(latest);
        return !before.isEmpty() && before.lastKey().plusDays(LONGEST_LEAP).isBefore(latest);
    }

    private SortedMap<LocalDate, Set<Vendor>> stored() {
        SortedMap<LocalDate, Set<Vendor>> nights = new TreeMap<>();
        sql.sql("SELECT as_of, vendor FROM night").query(row -> {
            nights.computeIfAbsent(row.getObject(1, LocalDate.class), date -> new HashSet<>())
                    .add(new Vendor(row.getString(2)));
        });
        return nights;
    }

    private void letGo(LocalDate asOf) {
        transaction.executeWithoutResult(status -> {
            sql.sql("INSERT INTO thinned_night (as_of, vendor, run_id, thinned_at)"
                            + " SELECT as_of, vendor, run_id, UTC_TIMESTAMP() FROM night WHERE as_of = ?")
                    .param(asOf)
                    .update();
            sql.sql("DELETE FROM night WHERE as_of = ?").param(asOf).update();
        });
    }

    private void dropLogs() {
        Integer decisions = settings.decisions();
        if (decisions != null) {
            inSteps(
                    "DELETE FROM decision WHERE at < UTC_TIMESTAMP() - INTERVAL ? DAY ORDER BY decision_id LIMIT "
                            + STEP,
                    decisions);
        }
        Integer mails = settings.sentMails();
        if (mails != null) {
            // the latest night may be run again, and what was sent for it is not to be sent twice
            inSteps(
                    "DELETE FROM mail_outbox WHERE state IN ('SENT', 'REFUSED') AND changed_at < UTC_TIMESTAMP() - INTERVAL ? DAY"
                            + " AND as_of < (SELECT MAX(as_of) FROM night) ORDER BY mail_no LIMIT " + STEP,
                    mails);
        }
    }

    private void inSteps(String delete, int days) {
        int deleted;
        do {
            deleted = sql.sql(delete).param(days).update();
        } while (deleted == STEP);
    }

    /**
     * Refuses to decide a night that would come out otherwise than it did: a thinned one, or one whose night before is thinned, for one
     * vendor at least, so that nobody knows any more who was over since when.
     */
    void requireDecidable(LocalDate asOf) {
        LocalDate thinned = sql.sql(
                        "SELECT MAX(t.as_of) FROM thinned_night t WHERE t.as_of = ? OR t.as_of < ?"
                                + " AND NOT EXISTS (SELECT 1 FROM night n WHERE n.vendor = t.vendor AND n.as_of > t.as_of AND n.as_of < ?)")
                .params(asOf, asOf, asOf)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        if (thinned != null) {
            throw new NightException(
                    thinned.equals(asOf)
                            ? "The night of %s was thinned and cannot be decided again: choose a later date."
                                    .formatted(asOf)
                            : "The night of %s before that of %s was thinned, so nobody knows any more who was over since when: choose a later date."
                                    .formatted(thinned, asOf));
        }
    }
}
