package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.scenario.Expected;
import org.trueup.spreadsheets.scenario.Scenario;

/**
 * Reads the sheets of scenarios: a row with a name begins one, and rows without a name below it add accounts to it. One
 * reader takes all sheets of a workbook, since a name stands once.
 */
final class ScenariosSheet {
    private static final int MOST_SCENARIOS = 1_000;
    private static final int MOST_DAYS = 100_000;
    /** Reads the cells of a row whose own date is missing, so that the rest of the row is told at once. */
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    private final Column<String> name = Column.required("Scenario", TextTypes.name("a name for the scenario"));
    private final Column<LocalDate> asOf = Column.required("As of", new DateType());
    private final Column<Boolean> nonprofit = Column.optional("Nonprofit", ChoiceTypes.yesNo());
    private final Column<LocalDate> signedUpOn = Column.optional("Signed up on", new DateType());
    private final Column<Integer> storedHistory =
            Column.optional("Stored history (days)", NumberTypes.whole(0, MOST_DAYS));
    private final Column<LocalDate> overSince = Column.optional("Over since", new DateType());
    private final Column<String> planBefore;

    private final Vendor vendor;
    private final ScenarioPurchase purchase;
    private final ScenarioAccounts accounts = new ScenarioAccounts();
    private final ScenarioAnswers answers;
    private final FirstRows firstRows = new FirstRows();
    private final List<Scenario> scenarios = new ArrayList<>();
    private int begun;

    ScenariosSheet(
            Vendor vendor, List<String> plans, List<String> supportPlans, List<String> addOns, List<String> codes) {
        this.vendor = vendor;
        planBefore = Column.optional("Plan before", ChoiceTypes.plan(plans));
        purchase = new ScenarioPurchase(plans, supportPlans, addOns);
        answers = new ScenarioAnswers(plans, codes);
    }

    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>(scenarioColumns());
        columns.addAll(accounts.columns());
        columns.addAll(answers.columns());
        return columns;
    }

    private List<Column<?>> scenarioColumns() {
        List<Column<?>> columns = new ArrayList<>(List.of(name, asOf));
        columns.addAll(purchase.columns());
        columns.addAll(List.of(nonprofit, signedUpOn, storedHistory, overSince, planBefore));
        return columns;
    }

    List<Scenario> scenarios() {
        return List.copyOf(scenarios);
    }

    /** Reads the rows of one sheet. */
    void read(List<TableRow> rows) {
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size() && rows.get(to).blank(name)) {
                to++;
            }
            Scenario scenario = scenario(rows.get(from), rows.subList(from + 1, to));
            if (scenario != null) {
                scenarios.add(scenario);
            }
            from = to;
        }
    }

    private @Nullable Scenario scenario(TableRow row, List<TableRow> more) {
        begun++;
        if (begun > MOST_SCENARIOS) {
            refuseSoMany(row);
            return null;
        }
        String called = row.get(name);
        LocalDate typed = row.get(asOf);
        LocalDate day = typed == null ? SOME_DAY : typed;
        if (called != null) {
            String advice = "; type another name";
            firstRows.refuseSecond(row, name, "the scenario " + Spoken.quoted(called), advice, called);
        }
        TenantFacts facts = facts(row, more, called == null ? "" : called, day);
        List<Expected> expected = answers.read(row);
        if (expected.isEmpty() && !row.failed()) {
            row.error(
                    name, "the scenario expects nothing; fill at least one green cell of its row, for example Status");
        }
        boolean wrong = row.failed() || more.stream().anyMatch(TableRow::failed);
        return wrong || called == null || typed == null ? null : new Scenario(row.at(), called, typed, facts, expected);
    }

    private TenantFacts facts(TableRow row, List<TableRow> more, String called, LocalDate day) {
        TenantId id = new TenantId("scenario " + begun);
        Tenant tenant = new Tenant(
                id,
                called,
                vendor,
                null,
                null,
                row.get(signedUpOn),
                Boolean.TRUE.equals(row.get(nonprofit)),
                row.get(storedHistory));
        List<Subscription> subscriptions = purchase.subscriptions(row, day);
        EarlierNight earlier = earlier(row, day);
        List<Account> made = new ArrayList<>();
        accounts.read(row, day, made);
        for (TableRow adding : more) {
            refuseOtherThanAccounts(adding, called);
            accounts.read(adding, day, made);
        }
        return new TenantFacts(tenant, subscriptions, purchase.addOns(row), List.copyOf(made), earlier);
    }

    /** The night before the as-of date; the tenant had the same plan then, unless another one is typed, and its grace period began
     * with the period over the limit. */
    private EarlierNight earlier(TableRow row, LocalDate day) {
        LocalDate since = row.get(overSince);
        if (since != null && !since.isBefore(day)) {
            row.error(
                    overSince,
                    since + " is not before the as-of date " + day
                            + "; type an earlier date, or empty the cell for a first night over");
        }
        String before = row.get(planBefore);
        return new EarlierNight(day.minusDays(1), since, before == null ? purchase.plan(row) : before, since);
    }

    private void refuseOtherThanAccounts(TableRow row, String scenario) {
        List<Column<?>> others = new ArrayList<>(scenarioColumns());
        others.addAll(answers.columns());
        others.stream()
                .filter(column -> !row.blank(column))
                .findFirst()
                .ifPresent(
                        column -> row.error(
                                column,
                                "a row without a name adds accounts to the scenario " + Spoken.quoted(scenario)
                                        + " above, and this cell says something else; empty it, or type a name under Scenario"));
    }

    private void refuseSoMany(TableRow row) {
        // once is enough
        if (begun == MOST_SCENARIOS + 1) {
            row.error(name, "the workbook has more than " + MOST_SCENARIOS + " scenarios; delete some");
        }
    }
}
