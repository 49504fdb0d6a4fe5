package org.trueup.batch.mail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.outcome.Waiver;

/** Builds assessments for tests: a tenant of ActivTrak's plan Essentials with 10 licences. */
final class MadeUpTenant {
    static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final Currency USD = Currency.getInstance("USD");

    private final Tenant tenant;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Position position;
    private boolean shown = true;

    private MadeUpTenant(String id, String name) {
        tenant = new Tenant(new TenantId(id), name, new Vendor("activtrak"), "Ada Lind", null, null, false, null);
    }

    static MadeUpTenant of(String id, String name) {
        return new MadeUpTenant(id, name);
    }

    /** @param graceSince first day of the grace period; none where there is none */
    MadeUpTenant stands(Status status, int used, @Nullable String graceSince, @Nullable String trueUp) {
        position = new Position(
                "s1",
                "Essentials",
                Metric.IDENTITIES_WITH_HISTORY,
                used,
                Licences.of(10),
                used,
                status,
                used > 10 ? AS_OF : null,
                graceSince == null ? null : Grace.of(LocalDate.parse(graceSince), 30, AS_OF),
                null,
                trueUp == null ? null : new Money(new BigDecimal(trueUp), USD),
                USD,
                null,
                null,
                used + "/10",
                AddingBeyond.ALLOW,
                "Access stays until the period ends, then it is blocked.",
                List.of(),
                used > 10 ? "buy " + (used - 10) + " more to 2027-09-30" : null,
                List.of(),
                1,
                shown);
        return this;
    }

    /** To be said before how it stands. */
    MadeUpTenant inAPilot() {
        shown = false;
        return this;
    }

    MadeUpTenant startsAWaivedGracePeriod() {
        Cell cell = Cell.parse("activtrak.xlsx!Waivers!B5");
        findings.add(new Finding(
                tenant.id(),
                "GRACE_STARTED",
                Severity.WARNING,
                "Starts.",
                "Rule",
                null,
                null,
                new Waiver(AS_OF, "Ada Lind", "Bo Ek", "Renewal is signed.", cell)));
        return this;
    }

    MadeUpTenant violates(String code, String message) {
        findings.add(new Finding(tenant.id(), code, Severity.VIOLATION, message, "Rule", null, null));
        return this;
    }

    Assessment assessed() {
        return new Assessment(tenant, position, List.copyOf(findings), List.of(), List.of());
    }

    Tenant tenant() {
        return tenant;
    }
}
