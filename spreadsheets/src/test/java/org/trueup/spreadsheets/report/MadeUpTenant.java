package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.outcome.Waiver;

/** Builds assessments for tests. */
final class MadeUpTenant {
    private static final Currency USD = Currency.getInstance("USD");

    private final Tenant tenant;
    private final List<Finding> findings = new ArrayList<>();
    private final List<MonthUse> months = new ArrayList<>();
    private final List<CountedUser> users = new ArrayList<>();
    private @Nullable Position position;
    private boolean pilot;

    private MadeUpTenant(Tenant tenant) {
        this.tenant = tenant;
    }

    static MadeUpTenant plecto(String id, String name, @Nullable String manager) {
        return of("plecto", id, name, manager);
    }

    static MadeUpTenant of(String vendor, String id, String name, @Nullable String manager) {
        return new MadeUpTenant(
                new Tenant(new TenantId(id), name, new Vendor(vendor), manager, null, null, false, null));
    }

    MadeUpTenant stands(Status status, int used, Licences licensed, @Nullable String monthly, @Nullable String trueUp) {
        boolean over = licensed.shortOf(used) > 0;
        boolean grace = status == Status.GRACE || status == Status.BLOCKED;
        LocalDate since = LocalDate.parse("2026-10-31");
        boolean plecto = tenant.vendor().name().equals("plecto");
        position = new Position(
                "s-" + tenant.id(),
                "Large",
                plecto ? Metric.PEAK_DAILY_ACTIVE : Metric.ADDED_USERS,
                used,
                licensed,
                Math.max(5, used),
                status,
                over ? since : null,
                grace ? Grace.of(since, 30, MadeUpNight.AS_OF) : null,
                money(monthly),
                money(trueUp),
                USD,
                plecto ? LocalDate.parse("2026-11-12") : null,
                plecto ? 7 : null,
                used + "/" + licensed,
                plecto ? AddingBeyond.ALLOW : AddingBeyond.DENY,
                over ? "Nothing is blocked. Add " + licensed.shortOf(used) + " licences." : null,
                entitlements(),
                status == Status.BLOCKED ? "=buy " + licensed.shortOf(used) + " more" : null,
                List.of(
                        Cell.parse(tenant.vendor() + ".xlsx!Over the limit!F6"),
                        Cell.parse(tenant.vendor() + ".xlsx!Plans!B7")),
                plecto ? 3 : 1,
                !pilot);
        return this;
    }

    private List<Entitlement> entitlements() {
        return List.of(
                new Entitlement("Data history", "6", "months", Cell.parse("activtrak.xlsx!Entitlements!E5")),
                new Entitlement("User merge", "yes", null, Cell.parse("activtrak.xlsx!Entitlements!E6")));
    }

    /** To be said before how it stands. */
    MadeUpTenant inAPilot() {
        pilot = true;
        return this;
    }

    MadeUpTenant cured(String code, String message, String wayBack) {
        findings.add(new Finding(tenant.id(), code, Severity.VIOLATION, message, "Rule", null, wayBack));
        return this;
    }

    MadeUpTenant month(String subscription, String day, int consumed, @Nullable Integer cumulative) {
        months.add(new MonthUse(
                subscription,
                Month.of(LocalDate.parse(day)),
                Metric.MONTHLY_CREDITS,
                consumed,
                cumulative,
                null,
                null));
        return this;
    }

    MadeUpTenant finding(String code, Severity severity, String message, String rule, @Nullable String cell) {
        findings.add(
                new Finding(tenant.id(), code, severity, message, rule, cell == null ? null : Cell.parse(cell), null));
        return this;
    }

    /** Waives all findings that it has by now. */
    MadeUpTenant waived() {
        Waiver waiver = new Waiver(
                LocalDate.parse("2026-12-31"),
                "Ada Lind",
                "Bo Ek",
                "=Renewal is signed.",
                Cell.parse(tenant.vendor() + ".xlsx!Waivers!D5"));
        findings.replaceAll(finding -> finding.waivedBy(waiver));
        return this;
    }

    MadeUpTenant month(String day, int consumed, @Nullable Integer remaining, @Nullable Integer overage) {
        months.add(new MonthUse(
                "s-" + tenant.id(),
                Month.of(LocalDate.parse(day)),
                Metric.PEAK_DAILY_ACTIVE,
                consumed,
                null,
                remaining,
                overage));
        return this;
    }

    MadeUpTenant user(String id, String name, int counted, String reason, @Nullable String first, int active) {
        users.add(new CountedUser(
                id, name, counted, reason, first == null ? null : LocalDate.parse(first), active, counted == 2));
        return this;
    }

    Assessment assessed() {
        return new Assessment(tenant, position, List.copyOf(findings), List.copyOf(months), List.copyOf(users));
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : new Money(new BigDecimal(amount), USD);
    }
}
