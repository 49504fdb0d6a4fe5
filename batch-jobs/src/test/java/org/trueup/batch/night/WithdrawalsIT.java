package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.batch.store.NamedLock;

/** Nights of mistyped dates are taken back, and everything is as if they had never been run. */
class WithdrawalsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final LocalDate MISTYPED = LocalDate.parse("2062-11-21");

    @TempDir
    Path folder;

    private final Withdrawals withdrawals = CONTEXT.bean(Withdrawals.class);

    @BeforeEach
    void aNight() {
        CONTEXT.clear();
        NightFeed feed = new NightFeed()
                .tenant("t1", "activtrak")
                .subscription("t1", "s1", "Essentials", "5", "2026-10-01", "2027-09-30");
        for (int i = 1; i <= 6; i++) {
            feed.account("t1", "a" + i, Map.of("username", "u" + i, "device", "pc" + i, "has_history", "true"));
        }
        feed.load(CONTEXT, folder.resolve("feed"));
        CONTEXT.night("2026-11-20", folder.resolve("reports"));
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static List<String> rows(String select) {
        return CONTEXT.sql().sql(select).query(String.class).list();
    }

    private Map<String, Integer> night(String asOf, String reports) throws IOException {
        CONTEXT.night(asOf, folder.resolve(reports));
        return NightFiles.digests(folder.resolve(reports).resolve(asOf));
    }

    @Test
    void theNextNightComesOutAsIfItHadNeverBeenRun() throws IOException {
        Map<String, Integer> undisturbed = night("2026-11-21", "undisturbed");
        withdrawals.withdraw(LocalDate.parse("2026-11-21"));
        CONTEXT.night(MISTYPED.toString(), folder.resolve("reports"));

        Withdrawn withdrawn = withdrawals.withdraw(MISTYPED);

        assertThat(withdrawn).isEqualTo(new Withdrawn(MISTYPED, 0, 0, List.of()));
        assertThat(rows("SELECT DISTINCT as_of FROM night")).containsExactly("2026-11-20");
        assertThat(rows("SELECT DISTINCT as_of FROM assessment JOIN night_run USING (run_id)"))
                .containsExactly("2026-11-20");
        assertThat(night("2026-11-21", "reports")).isEqualTo(undisturbed);
    }

    @Test
    void itsRunStaysWithWhatItCountedAndWhoTookItBack() {
        CONTEXT.night(MISTYPED.toString(), folder.resolve("reports"));
        withdrawals.withdraw(MISTYPED);
        assertThat(rows(
                        "SELECT CONCAT_WS(' ', status, tenants_decided, REGEXP_REPLACE(ended_because, '[0-9-]{10}', 'DAY'))"
                                + " FROM night_run WHERE as_of = '2062-11-21'"))
                .containsExactly("FAILED 1 Its night was withdrawn on DAY by " + System.getProperty("user.name") + ".");
    }

    @Test
    void mailsThatWaitAreNotSentAndLaterNightsAreNamed() {
        CONTEXT.night("2026-11-21", folder.resolve("reports"));
        CONTEXT.night("2026-11-22", folder.resolve("reports"));
        for (String state : List.of("WAITING", "WAITING", "SENT")) {
            CONTEXT.sql()
                    .sql(
                            "INSERT INTO mail_outbox (mail_key, as_of, kind, person, address, subject, body, state, queued_at, changed_at)"
                                    + " VALUES (UUID(), '2026-11-21', 'NIGHT', 'p', 'a@b.example', 's', 'b', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())")
                    .param(state)
                    .update();
        }
        assertThat(withdrawals.withdraw(LocalDate.parse("2026-11-21")))
                .isEqualTo(new Withdrawn(LocalDate.parse("2026-11-21"), 2, 1, List.of(LocalDate.parse("2026-11-22"))));
        assertThat(rows("SELECT state FROM mail_outbox")).containsExactly("SENT");
        CONTEXT.sql().sql("DELETE FROM mail_outbox").update();
    }

    @Test
    void aNightThatIsNotThereIsToldWithThoseNearIt() {
        assertThatThrownBy(() -> withdrawals.withdraw(MISTYPED))
                .isInstanceOf(NightException.class)
                .hasMessage("The store holds no night of 2062-11-21; those near it are of 2026-11-20.");
    }

    @Test
    void nobodyWithdrawsWhileANightIsAtWork() {
        try (NamedLock atWork = NamedLock.tryTake(CONTEXT.bean(DataSource.class), NamedLock.FACTS)) {
            assertThat(atWork).isNotNull();
            assertThatThrownBy(() -> withdrawals.withdraw(LocalDate.parse("2026-11-20")))
                    .isInstanceOf(NightException.class)
                    .hasMessageEndingWith("; withdraw the night of 2026-11-20 when that has ended.");
        }
        assertThat(rows("SELECT DISTINCT as_of FROM night")).containsExactly("2026-11-20");
    }
}
