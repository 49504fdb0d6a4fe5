package org.trueup.batch.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.StoredFacts;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.report.WhatIfReport;
import org.trueup.spreadsheets.whatif.Comparison;
import org.trueup.spreadsheets.whatif.PolicyRows;
import org.trueup.spreadsheets.whatif.UnusedRow;

/** Compares a draft of a policy with the version in force, on all tenants of its vendor. */
public final class WhatIf {
    private static final double NANOS = 1e9;

    private final StoredFacts facts;
    private final PolicyVersions versions;
    private final JdbcClient sql;

    WhatIf(StoredFacts facts, PolicyVersions versions, JdbcClient sql) {
        this.facts = facts;
        this.versions = versions;
        this.sql = sql;
    }

    /**
     * Decides every tenant of the draft's vendor by both policies as of a date, and writes the differences. The store stays
     * as it is. Earlier nights count as they are stored: what the draft would have decided then is not looked at.
     *
     * @throws WhatIfException in one sentence, when there is nothing to compare, the facts changed meanwhile, the published
     *     version cannot be used or the file cannot be written
     */
    public WhatIfResult run(WhatIfRequest request, NightProgress progress) {
        progress.phase("Reading the policies", "", 0);
        long tenants = tenants(request);
        Object state = facts.state(request.asOf());
        Path out = request.out();
        try (WorkFolder work = WorkFolder.beside(out);
                ChangeSpool spool = new ChangeSpool(work.spool())) {
            Versions published = new Versions(versions, request.vendor());
            Optional<PolicyVersion> inForce = published.inForceOn(request.asOf());
            PolicyRows before = published.rows(inForce);
            PolicyRows after = new PolicyRows(PolicyBook.rows(request.vendor(), request.workbook()));
            RangeComparing comparing = new RangeComparing(
                    facts,
                    request.asOf(),
                    engine(published.policies(inForce)),
                    engine(List.of(request.draft())),
                    new Comparison(before, after),
                    spool);
            progress.phase("Comparing", "tenants", tenants);
            long began = System.nanoTime();
            RangeComparing.Found found =
                    new SideBySide(comparing, progress).compare(facts.parts(request.asOf(), request.vendor()));
            requireSame(state, facts.state(request.asOf()));
            long compared = System.nanoTime();
            List<UnusedRow> unused = new UnusedRows(published, new NightsBefore(sql, request.vendor()))
                    .find(after, before, found.rows(), request.asOf());
            FoundOutcome outcome = new FoundOutcome(request, inForce, found.tally(), unused, spool, sql);
            write(outcome, work, progress);
            return new WhatIfResult(
                    outcome.published(),
                    found.tally(),
                    unused.size(),
                    (compared - began) / NANOS,
                    (System.nanoTime() - compared) / NANOS);
        } catch (IOException e) {
            throw notWritten(out, e);
        } catch (UncheckedIOException e) {
            throw notWritten(out, e.getCause());
        }
    }

    private static PolicyEngine engine(List<Policy> policies) {
        policies.forEach(policy -> policy.checks().prepare());
        return DroolsPolicyEngine.forPositions(policies);
    }

    private static void write(FoundOutcome outcome, WorkFolder work, NightProgress progress) throws IOException {
        progress.phase("Writing the workbook", "tenants", outcome.tally().changed());
        AtomicLong written = new AtomicLong();
        new WhatIfReport()
                .write(outcome, work.fresh(), work.path(), tenants -> progress.reached(written.addAndGet(tenants)));
        work.publish();
    }

    private long tenants(WhatIfRequest request) {
        long tenants = sql.sql("SELECT COUNT(*) FROM tenant WHERE vendor = ?")
                .param(request.vendor().name())
                .query(Long.class)
                .single();
        if (tenants == 0) {
            throw new WhatIfException("There is nothing to compare: the store holds no tenants of the vendor "
                    + request.vendor() + "; load a feed with trueup nightly first.");
        }
        return tenants;
    }

    private static void requireSame(Object before, Object after) {
        if (!before.equals(after)) {
            throw new WhatIfException(
                    "A feed or a night before the date ended while tenants were compared, so that some"
                            + " of them were seen before and some after it; run the same command again.");
        }
    }

    private static WhatIfException notWritten(Path out, IOException cause) {
        return new WhatIfException(out + " cannot be written: " + cause.getMessage() + ".", cause);
    }
}
