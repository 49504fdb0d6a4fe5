package org.trueup.server.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.spreadsheets.whatif.MoneyChange;
import org.trueup.spreadsheets.whatif.Move;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/**
 * A comparison as HTTP tells it.
 *
 * @param sha256 of the workbook that is compared; the draft may have changed since
 * @param result none until it is done
 * @param failure a sentence; none unless it failed
 */
record WhatIfView(
        String v,
        String sha256,
        LocalDate asOf,
        String askedBy,
        Instant askedAt,
        WhatIfJob.Progress progress,
        @Nullable Result result,
        @Nullable String failure) {

    /**
     * What it came to.
     *
     * @param comparedWith the version in force on the date; none where there is none
     * @param compared how many tenants
     * @param changed of whom people would read something else
     * @param unusedRows how many rows of the draft decided nobody
     */
    record Result(
            @Nullable Integer comparedWith,
            long compared,
            long changed,
            List<Moved> moves,
            List<Amount> monthly,
            List<Amount> trueUp,
            List<Found> findings,
            int unusedRows) {}

    /** How many tenants come from which status to which, also from one to the same. */
    record Moved(String from, String to, long tenants) {}

    /** What an amount comes to over all tenants, in one currency. */
    record Amount(
            String currency,
            BigDecimal before,
            BigDecimal after,
            BigDecimal difference,
            BigDecimal up,
            long tenantsUp,
            BigDecimal down,
            long tenantsDown) {}

    /** Findings of one code: how many before and after, how many are new, gone or told otherwise. */
    record Found(String code, long before, long after, long come, long gone, long otherwise) {}

    static WhatIfView of(WhatIfJob job) {
        WhatIfResult result = job.result();
        return new WhatIfView(
                job.edition().name(),
                job.edition().sha256(),
                job.asOf(),
                job.askedBy(),
                job.askedAt(),
                job.progress(),
                result == null ? null : result(result),
                job.failure());
    }

    private static Result result(WhatIfResult result) {
        WhatIfTally tally = result.tally();
        return new Result(
                result.published().map(published -> published.version()).orElse(null),
                tally.compared(),
                tally.changed(),
                tally.moves().entrySet().stream()
                        .map(move -> new Moved(
                                Move.word(move.getKey().from()),
                                Move.word(move.getKey().to()),
                                move.getValue()))
                        .toList(),
                amounts(tally.monthly()),
                amounts(tally.trueUp()),
                tally.findings().entrySet().stream()
                        .map(found -> new Found(
                                found.getKey(),
                                found.getValue().before(),
                                found.getValue().after(),
                                found.getValue().come(),
                                found.getValue().gone(),
                                found.getValue().otherwise()))
                        .toList(),
                result.unusedRows());
    }

    private static List<Amount> amounts(SortedMap<String, MoneyChange> changes) {
        return changes.entrySet().stream()
                .map(entry -> {
                    MoneyChange change = entry.getValue();
                    return new Amount(
                            entry.getKey(),
                            change.before(),
                            change.after(),
                            change.difference(),
                            change.up(),
                            change.tenantsUp(),
                            change.down(),
                            change.tenantsDown());
                })
                .toList();
    }
}
