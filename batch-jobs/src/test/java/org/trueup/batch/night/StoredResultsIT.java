package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Concern;
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
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantOutcome.Next;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/** What was decided comes back from the store as it was decided, with all that any vendor may say. */
class StoredResultsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final int RUN = 7;
    private static final LocalDate AS_OF = LocalDate.parse("2026-01-20");
    private static final Vendor VENDOR = new Vendor("activtrak");
    private static final Tenant TENANT = new Tenant(new TenantId("t1"), "T", VENDOR, "Ada", null, null, false, null);
    private static final Currency USD = Currency.getInstance("USD");

    @BeforeEach
    void oneTenant() {
        CONTEXT.clear();
        CONTEXT.sql()
                .sql("INSERT INTO tenant (tenant_no, tenant_id, name, vendor, nonprofit)"
                        + " VALUES (1, 't1', 'T', 'activtrak', 0)")
                .update();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static TenantOutcome storedAndRead(Assessment assessment) {
        return storedAndRead(assessment, null);
    }

    private static TenantOutcome storedAndRead(Assessment assessment, @Nullable NightBefore before) {
        TenantFacts facts = new TenantFacts(
                TENANT,
                List.of(
                        subscription("p", Term.PILOT, "2026-01-01", 5),
                        subscription("s", Term.PAID, "2026-01-01", 5),
                        subscription("t", Term.PILOT, "2026-01-21", 5),
                        subscription("u", Term.PAID, "2026-02-01", null),
                        subscription("v", Term.PAID, "2026-03-01", 9)),
                List.of(),
                List.of(),
                EarlierNight.NONE);
        new ResultWriter(CONTEXT.bean(DataSource.class), RUN, AS_OF, 1)
                .write(Chunk.of(
                        new DecidedBatch(RUN, List.of(new StoredTenant(1, facts, before)), List.of(assessment))));
        List<TenantOutcome> read = new ArrayList<>();
        new AssessmentRows(Map.of(VENDOR, RUN), CONTEXT.sql()).read(new int[] {1}, read::add);
        return read.get(0);
    }

    private static Subscription subscription(String id, Term term, String from, @Nullable Integer licences) {
        LocalDate startsOn = LocalDate.parse(from);
        return new Subscription(
                id, "Seats", licences, startsOn, startsOn.plusDays(30), term, BigDecimal.ZERO, null, null);
    }

    /** Without a subscription: ActivTrak's trial and Free (A6). */
    private static Position position(Metric metric, @Nullable String wayBack, boolean shown) {
        return position(null, metric, wayBack, shown);
    }

    private static Position position(
            @Nullable String subscription, Metric metric, @Nullable String wayBack, boolean shown) {
        return new Position(
                subscription,
                "Free",
                metric,
                4,
                Licences.of(3),
                4,
                Status.BLOCKED,
                LocalDate.parse("2026-11-01"),
                new Grace(31, 30, LocalDate.parse("2026-11-30")),
                new Money(new BigDecimal("0.00"), USD),
                null,
                USD,
                null,
                null,
                "4/3",
                AddingBeyond.ALLOW,
                "Access is blocked.",
                List.of(
                        new Entitlement("Data history", "30", "days", Cell.parse("activtrak.xlsx!Entitlements!E5")),
                        new Entitlement("User merge", "no", null, Cell.parse("activtrak.xlsx!Entitlements!E6"))),
                wayBack,
                List.of(Cell.parse("activtrak.xlsx!Plans!A5")),
                1,
                shown);
    }

    private static Assessment assessment(Position position) {
        Finding cured = new Finding(
                TENANT.id(), "ACCESS_BLOCKED", Severity.VIOLATION, "Blocked.", "Access blocked", null, "free 1");
        Finding waived = new Finding(TENANT.id(), "TRUE_UP", Severity.WARNING, "Add 1.", "True up", null, null)
                .waivedBy(new Waiver(
                        LocalDate.parse("2026-12-31"),
                        "Ada Lind",
                        "Bo Ek",
                        "Line one,\n\"line two\"",
                        Cell.parse("activtrak.xlsx!Waivers!D5")));
        Finding told = new Finding(TENANT.id(), "TRIAL_ENDED", Severity.INFO, "Ended.", "Trial ended", null, null);
        List<MonthUse> months = List.of(new MonthUse("", new Month(24_322), position.metric(), 4, null, null, null));
        List<CountedUser> users = List.of(new CountedUser("a", "A", 4, "has history", null, 0, false));
        return new Assessment(TENANT, position, List.of(cured, told, waived), months, users);
    }

    @Test
    void positionsOfEveryMetricComeBackWhole() {
        for (Metric metric : Metric.values()) {
            oneTenant();
            Assessment decided = assessment(position(metric, "free 1, or buy 2 more", true));
            assertThat(storedAndRead(decided))
                    .isEqualTo(new TenantOutcome(decided, Set.of("p", "t"), List.of(), null, null));
        }
    }

    @Test
    void whatCustomersMayNotSeeAndWhatHasNoWayBackComeBackToo() {
        Assessment decided = assessment(position(Metric.SEATS_TAKEN, null, false));
        assertThat(storedAndRead(decided).assessment()).isEqualTo(decided);
    }

    @Test
    void theTermThatRunsAndWhatWasBoughtForAfterwardsComeBack() {
        Assessment decided = assessment(position("s", Metric.SEATS_TAKEN, null, true));
        assertThat(storedAndRead(decided).runningTerm())
                .isEqualTo(new RunningTerm(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-31"),
                        Term.PAID,
                        new Next("u", "Seats", null, LocalDate.parse("2026-02-01"))));
    }

    @Test
    void whatTheNightBeforeSaidComesBackWithAndWithoutAPosition() {
        Assessment decided = assessment(position(Metric.SEATS_TAKEN, null, true));
        NightBefore over = before(Status.GRACE, 2, 7, "ACCESS_BLOCKED", "TRUE_UP");
        assertThat(storedAndRead(decided, over).before()).isEqualTo(over);

        oneTenant();
        NightBefore undecided = before(null, 0, null, "NO_SUBSCRIPTION");
        assertThat(storedAndRead(decided, undecided).before()).isEqualTo(undecided);

        oneTenant();
        NightBefore calm = before(Status.COMPLIANT, 0, 3);
        assertThat(storedAndRead(decided, calm).before()).isEqualTo(calm);
    }

    private static NightBefore before(@Nullable Status status, int shortBy, @Nullable Integer used, String... codes) {
        return new NightBefore(AS_OF.minusDays(2), new Concern(status, shortBy, new TreeSet<>(Set.of(codes))), used, 4);
    }
}
