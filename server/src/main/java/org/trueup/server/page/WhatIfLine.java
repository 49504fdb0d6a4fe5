package org.trueup.server.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.server.policy.WhatIfJob;
import org.trueup.spreadsheets.whatif.MoneyChange;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** What a workbook would change, as far as it is known. */
record WhatIfLine(
        String asOf,
        String sha256,
        boolean running,
        String progress,
        @Nullable String failure,
        @Nullable Result result) {

    /** What it came to, once it is done. */
    record Result(
            @Nullable Integer comparedWith,
            String compared,
            String changed,
            List<Moved> moves,
            List<Amount> amounts,
            List<Found> findings,
            int unusedRows) {}

    record Moved(Word from, Word to, String tenants) {}

    record Amount(String what, String before, String after, String difference, String tenants) {}

    record Found(String code, String come, String gone, String otherwise) {}

    static WhatIfLine of(WhatIfJob job) {
        WhatIfJob.Progress progress = job.progress();
        boolean running = progress.state() == WhatIfJob.State.WAITING || progress.state() == WhatIfJob.State.RUNNING;
        String counted = progress.total() == 0
                ? ""
                : ": %s of %s %s"
                        .formatted(Words.number(progress.done()), Words.number(progress.total()), progress.unit());
        WhatIfResult result = job.result();
        return new WhatIfLine(
                Words.day(job.asOf()),
                job.edition().sha256(),
                running,
                progress.phase() + counted,
                job.failure(),
                result == null ? null : result(result));
    }

    private static Result result(WhatIfResult result) {
        WhatIfTally tally = result.tally();
        List<Amount> amounts = new ArrayList<>(amounts("a month", tally.monthly()));
        amounts.addAll(amounts("to true up", tally.trueUp()));
        return new Result(
                result.published().map(published -> published.version()).orElse(null),
                Words.number(tally.compared()),
                Words.number(tally.changed()),
                tally.moves().entrySet().stream()
                        .filter(move -> move.getKey().changesStatus())
                        .map(move -> new Moved(
                                Word.of(move.getKey().from()),
                                Word.of(move.getKey().to()),
                                Words.number(move.getValue())))
                        .toList(),
                amounts,
                tally.findings().entrySet().stream()
                        .map(found -> new Found(
                                Words.spoken(found.getKey()),
                                Words.number(found.getValue().come()),
                                Words.number(found.getValue().gone()),
                                Words.number(found.getValue().otherwise())))
                        .filter(found -> !(found.come() + found.gone() + found.otherwise()).equals("000"))
                        .toList(),
                result.unusedRows());
    }

    private static List<Amount> amounts(String what, SortedMap<String, MoneyChange> changes) {
        return changes.entrySet().stream()
                .filter(change ->
                        change.getValue().tenantsUp() + change.getValue().tenantsDown() > 0)
                .map(change -> new Amount(
                        change.getKey() + " " + what,
                        Words.money(change.getValue().before(), change.getKey()),
                        Words.money(change.getValue().after(), change.getKey()),
                        signed(change.getValue().difference(), change.getKey()),
                        "up for %s, down for %s"
                                .formatted(
                                        Words.number(change.getValue().tenantsUp()),
                                        Words.number(change.getValue().tenantsDown()))))
                .toList();
    }

    private static String signed(BigDecimal amount, String currency) {
        return (amount.signum() > 0 ? "+" : "") + Words.money(amount, currency);
    }
}
