package org.trueup.spreadsheets.whatif;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;

/** Compares what two versions of a policy say of a tenant. Safe for many threads. */
public final class Comparison {
    private final RowDifferences rows;

    /**
     * @param before the rows of the published version, {@link PolicyRows#NONE} where there is none
     * @param after the rows of the draft
     */
    public Comparison(PolicyRows before, PolicyRows after) {
        this.rows = new RowDifferences(before, after);
    }

    /**
     * What is different; none where people would read the same of the tenant. Addresses of cells alone make no difference,
     * nor do ways back, which are not looked for.
     */
    public Optional<TenantChange> of(Assessment before, Assessment after) {
        Side sideBefore = Side.of(before.position());
        Side sideAfter = Side.of(after.position());
        List<FindingChange> findings = FindingDifferences.of(before.findings(), after.findings());
        String otherwise = otherwise(before, after);
        if (Objects.equals(sideBefore, sideAfter) && findings.isEmpty() && otherwise.isEmpty()) {
            return Optional.empty();
        }
        Tenant tenant = before.tenant();
        return Optional.of(new TenantChange(
                tenant.id().value(),
                tenant.name(),
                tenant.accountManager(),
                sideBefore,
                sideAfter,
                findings,
                otherwise,
                rows.of(before.decidedBy(), after.decidedBy())));
    }

    private static String otherwise(Assessment before, Assessment after) {
        Position positionBefore = before.position();
        Position positionAfter = after.position();
        return positionBefore == null || positionAfter == null
                ? ""
                : OtherDifferences.of(positionBefore, positionAfter);
    }
}
