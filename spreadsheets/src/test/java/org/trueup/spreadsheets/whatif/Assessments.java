package org.trueup.spreadsheets.whatif;

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
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.outcome.Waiver;

/** Answers in the making about one tenant, t1. */
final class Assessments {
    private static final Tenant TENANT =
            new Tenant(new TenantId("t1"), "Acme", new Vendor("acme"), "Ada Lind", null, null, false, null);

    private final List<Finding> findings = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Entitlement> entitlements = new ArrayList<>();
    private Status status = Status.COMPLIANT;
    private int used = 3;
    private @Nullable String monthly = "30.00";
    private @Nullable String trueUp = "0.00";
    private String currency = "USD";
    private @Nullable Grace grace;
    private AddingBeyond adding = AddingBeyond.ALLOW;
    private @Nullable String wayBack;
    private int version = 1;

    Assessments status(Status said) {
        status = said;
        return this;
    }

    Assessments used(int licences) {
        used = licences;
        return this;
    }

    Assessments monthly(@Nullable String amount) {
        monthly = amount;
        return this;
    }

    Assessments trueUp(@Nullable String amount) {
        trueUp = amount;
        return this;
    }

    Assessments currency(String code) {
        currency = code;
        return this;
    }

    Assessments graceUntil(String day) {
        grace = new Grace(2, 10, LocalDate.parse(day));
        return this;
    }

    Assessments adding(AddingBeyond said) {
        adding = said;
        return this;
    }

    Assessments wayBack(String change) {
        wayBack = change;
        return this;
    }

    Assessments version(int number) {
        version = number;
        return this;
    }

    Assessments entitled(String value, String cell) {
        entitlements.add(new Entitlement("History", value, "days", Cell.parse("acme.xlsx!" + cell)));
        return this;
    }

    Assessments finding(String code, Severity severity, String message, String cell) {
        findings.add(
                new Finding(TENANT.id(), code, severity, message, "A rule", Cell.parse("acme.xlsx!" + cell), null));
        return this;
    }

    Assessments waived(String code, Severity severity, String message, String until) {
        Cell cell = Cell.parse("acme.xlsx!Waivers!C5");
        findings.add(new Finding(TENANT.id(), code, severity, message, "A rule", null, null)
                .waivedBy(new Waiver(LocalDate.parse(until), "Ada", "Bo", "A pilot", cell)));
        return this;
    }

    Assessments decidedBy(String... places) {
        for (String place : places) {
            cells.add(Cell.parse("acme.xlsx!" + place));
        }
        return this;
    }

    Assessment undecided() {
        return new Assessment(TENANT, null, List.copyOf(findings), List.of(), List.of());
    }

    Assessment decided() {
        Currency in = Currency.getInstance(currency);
        Position position = new Position(
                "s1",
                "Growth",
                Metric.SEATS_TAKEN,
                used,
                Licences.of(3),
                used,
                status,
                null,
                grace,
                money(monthly, in),
                money(trueUp, in),
                in,
                null,
                null,
                used + "/3",
                adding,
                null,
                List.copyOf(entitlements),
                wayBack,
                List.copyOf(cells),
                version,
                true);
        return new Assessment(TENANT, position, List.copyOf(findings), List.of(), List.of());
    }

    private static @Nullable Money money(@Nullable String amount, Currency in) {
        return amount == null ? null : new Money(new BigDecimal(amount), in);
    }
}
