package org.trueup.batch.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.whatif.FindingChange;
import org.trueup.spreadsheets.whatif.RowChanges;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;

/** Changes come back from their file as they were put into it. */
class ChangeSpoolTest {
    @TempDir
    Path folder;

    private static Side side(Licences licensed, @Nullable Grace grace, @Nullable String amount) {
        BigDecimal money = amount == null ? null : new BigDecimal(amount);
        return new Side("Größe", 4, licensed, Status.GRACE, grace, money, money, Currency.getInstance("EUR"));
    }

    private static TenantChange change(String tenant, @Nullable Side before, @Nullable Side after) {
        return new TenantChange(
                tenant,
                "Name \uD83D\uDE00",
                before == null ? null : "Ada",
                before,
                after,
                List.of(
                        new FindingChange(FindingChange.Kind.GONE, "A", Severity.VIOLATION, "x".repeat(70_000), null),
                        new FindingChange(FindingChange.Kind.OTHERWISE, "B", Severity.INFO, "", "a.xlsx!B!C3")),
                "",
                new RowChanges("words", "old", "new"));
    }

    private static List<TenantChange> read(ChangeSpool spool, int number) {
        List<TenantChange> read = new ArrayList<>();
        spool.read(number, read::add);
        return read;
    }

    @Test
    void everyPartOfAChangeComesBackByTheTenantsNumber() throws IOException {
        Grace grace = new Grace(2, 10, LocalDate.parse("2026-11-30"));
        TenantChange one = change("t1", side(Licences.UNLIMITED, grace, "1.50"), side(Licences.of(3), null, null));
        TenantChange other = change("t2", null, side(Licences.of(0), null, "-0.01"));
        TenantChange third = change("t3", side(Licences.of(7), null, "2"), null);
        try (ChangeSpool spool = new ChangeSpool(folder.resolve("changes"))) {
            spool.add(List.of(9, 5_000), List.of(one, other));
            spool.add(List.of(2), List.of(third));
            assertThat(read(spool, 9)).containsExactly(one);
            assertThat(read(spool, 5_000)).containsExactly(other);
            assertThat(read(spool, 2)).containsExactly(third);
        }
    }

    @Test
    void aTenantWithoutAChangeHasNone() throws IOException {
        try (ChangeSpool spool = new ChangeSpool(folder.resolve("changes"))) {
            assertThat(read(spool, 1)).isEmpty();
            spool.add(List.of(9), List.of(change("t1", null, null)));
            assertThat(read(spool, 0)).isEmpty();
            assertThat(read(spool, 8)).isEmpty();
            assertThat(read(spool, 100_000)).isEmpty();
        }
    }
}
