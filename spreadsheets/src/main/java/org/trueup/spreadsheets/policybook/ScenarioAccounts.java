package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.spreadsheets.policybook.ActiveDaysType.ActiveDays;

/** The columns of a sheet of scenarios that make up accounts: each row makes so many of one kind. */
final class ScenarioAccounts {
    private static final int MOST_A_ROW = 10_000;
    private static final int MOST_MONTHS = 36;
    /** All of a workbook; more would take longer to decide than anybody waits for a check. */
    private static final int MOST = 100_000;

    private final Column<Integer> users = Column.optional("Users", NumberTypes.whole(0, MOST_A_ROW));
    private final Column<AccountKind> kind = Column.optional("Kind", ChoiceTypes.lowerCase(AccountKind.class));
    private final Column<Access> access = Column.optional("Access", ChoiceTypes.lowerCase(Access.class));
    private final Column<Boolean> tracked = Column.optional("Tracked", ChoiceTypes.yesNo());
    private final Column<Boolean> history = Column.optional("History", ChoiceTypes.yesNo());
    private final Column<LocalDate> historyDeleted = Column.optional("History deleted on", new DateType());
    private final Column<TrackingGroup> group = Column.optional("Group", ChoiceTypes.lowerCase(TrackingGroup.class));
    private final Column<Boolean> login = Column.optional("Login enabled", ChoiceTypes.yesNo());
    private final Column<LocalDate> added = Column.optional("Added on", new DateType());
    private final Column<LocalDate> deactivated = Column.optional("Deactivated on", new DateType());
    private final Column<LocalDate> removed = Column.optional("Removed on", new DateType());
    private final Column<String> name = Column.optional("Account name", TextTypes.name("an account's name"));
    private final Column<String> source = Column.optional("Source", TextTypes.name("an account's source"));
    private final Column<String> email = Column.optional("E-mail", TextTypes.name("an e-mail address"));
    private final Column<String> username = Column.optional("User name", TextTypes.name("a user name"));
    private final Column<String> domain = Column.optional("Logon domain", TextTypes.name("a logon domain"));
    private final Column<String> device = Column.optional("Device", TextTypes.name("a device's name"));
    private final Column<String> mergedInto = Column.optional("Merged into", TextTypes.name("an account's name"));
    private final Column<ActiveDays> active = Column.optional("Active on", new ActiveDaysType());
    private final Column<Integer> months = Column.optional("Months active", NumberTypes.whole(1, MOST_MONTHS));
    private int made;

    List<Column<?>> columns() {
        return List.of(
                users,
                kind,
                access,
                tracked,
                history,
                historyDeleted,
                group,
                login,
                added,
                deactivated,
                removed,
                name,
                source,
                email,
                username,
                domain,
                device,
                mergedInto,
                active,
                months);
    }

    /** Adds the accounts that a row makes up; a row without any of these columns filled makes none. */
    void read(TableRow row, LocalDate asOf, List<Account> accounts) {
        if (columns().stream().allMatch(row::blank)) {
            return;
        }
        Integer typed = row.get(users);
        int number = typed == null ? 1 : typed;
        List<ActiveMonth> activity = activity(row, asOf);
        Account first = account(row, 1, target(row, accounts), activity);
        made += number;
        if (made > MOST && made - number <= MOST) {
            row.error(users, "the scenarios make up more than " + MOST + " accounts together; type smaller numbers");
        }
        if (number == 0 || row.failed() || made > MOST) {
            return;
        }
        accounts.add(first);
        for (int i = 2; i <= number; i++) {
            accounts.add(account(row, i, first.mergedInto(), activity));
        }
    }

    private Account account(TableRow row, int number, @Nullable String target, List<ActiveMonth> activity) {
        String id = row.at().row() + "-" + number;
        String called = row.get(name);
        AccountKind of = row.get(kind);
        Access may = row.get(access);
        return new Account(
                id,
                called == null ? "Account " + id : called,
                of == null ? AccountKind.PERSON : of,
                row.get(source),
                row.get(email),
                row.get(username),
                row.get(domain),
                row.get(device),
                row.get(added),
                row.get(removed),
                row.get(deactivated),
                isOr(row.get(login), true),
                isOr(row.get(tracked), true),
                isOr(row.get(history), false),
                row.get(historyDeleted),
                may == null ? Access.FULL : may,
                row.get(group),
                target,
                activity);
    }

    private static boolean isOr(@Nullable Boolean typed, boolean otherwise) {
        return typed == null ? otherwise : typed;
    }

    private @Nullable String target(TableRow row, List<Account> above) {
        String called = row.get(mergedInto);
        if (called == null) {
            return null;
        }
        for (Account account : above) {
            if (account.name().equalsIgnoreCase(called)) {
                return account.id();
            }
        }
        row.error(
                mergedInto,
                "no account of the rows above in this scenario is called " + Spoken.quoted(called)
                        + "; type that name under Account name in a row above");
        return null;
    }

    private List<ActiveMonth> activity(TableRow row, LocalDate asOf) {
        ActiveDays typed = row.get(active);
        Integer lastMonths = row.get(months);
        boolean noHistory = Boolean.FALSE.equals(row.get(history));
        if (typed != null && lastMonths != null) {
            row.error(months, active.header() + " is filled too; empty one of the two cells");
        }
        if (noHistory && (lastMonths != null || (typed != null && !typed.equals(ActiveDays.NEVER)))) {
            row.error(history, "an account that was active has history; empty this cell or type never under Active on");
        }
        return noHistory ? List.of() : new MadeUpActivity(asOf, lastDay(row, asOf)).of(typed, lastMonths);
    }

    /** Where nothing else is said, an account was last active on the as-of date or, if it left, on the day before. */
    private LocalDate lastDay(TableRow row, LocalDate asOf) {
        LocalDate last = asOf;
        for (Column<LocalDate> left : List.of(deactivated, removed, historyDeleted)) {
            LocalDate day = row.get(left);
            if (day != null && !day.isAfter(last)) {
                last = day.minusDays(1);
            }
        }
        return last;
    }
}
