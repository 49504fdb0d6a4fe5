package org.trueup.batch.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.whatif.PolicyRows;
import org.trueup.spreadsheets.whatif.RowPlace;
import org.trueup.spreadsheets.whatif.RowsUsed;
import org.trueup.spreadsheets.whatif.UnusedRow;

/** Finds the rows of a draft that decided nobody, and for how many stored nights the same rows did so before. */
final class UnusedRows {
    private final Versions versions;
    private final NightsBefore nights;

    UnusedRows(Versions versions, NightsBefore nights) {
        this.versions = versions;
        this.nights = nights;
    }

    private static final class Counting {
        private final PolicyRow row;
        private int nights;
        private @Nullable LocalDate since;
        private boolean ended;

        Counting(PolicyRow row) {
            this.row = row;
        }

        void look(LocalDate night, PolicyRows then, Set<RowPlace> used) {
            Optional<PolicyRow> same = then.sameAs(row);
            ended = same.isEmpty() || used.contains(RowPlace.of(same.get()));
            if (!ended) {
                nights++;
                since = night;
            }
        }
    }

    /** In the order of the draft. */
    List<UnusedRow> find(PolicyRows draft, PolicyRows published, RowsUsed used, LocalDate asOf) {
        List<Counting> unused = draft.all().stream()
                .filter(row -> !used.byDraft(row))
                .map(Counting::new)
                .toList();
        count(unused, asOf);
        List<UnusedRow> found = new ArrayList<>();
        for (Counting each : unused) {
            Long tenants = published.sameAs(each.row).map(used::byPublished).orElse(null);
            found.add(new UnusedRow(each.row, tenants, each.nights, each.since));
        }
        return found;
    }

    private void count(List<Counting> unused, LocalDate asOf) {
        List<Counting> going = unused;
        for (NightsBefore.Night night : nights.upTo(asOf)) {
            Set<RowPlace> used = nights.used(night);
            if (going.isEmpty() || used.isEmpty()) {
                return;
            }
            PolicyRows then = versions.rows(nights.version(night));
            going.forEach(each -> each.look(night.asOf(), then, used));
            going = going.stream().filter(each -> !each.ended).toList();
        }
    }
}
