package org.trueup.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.TrackingGroup;

/** One account for tests: a person with full access who was always there, unless told otherwise. */
public final class AccountBuilder {
    private final String id;
    private String name;
    private AccountKind kind = AccountKind.PERSON;
    private @Nullable String source;
    private @Nullable LocalDate addedOn;
    private @Nullable LocalDate removedOn;
    private @Nullable LocalDate deactivatedOn;
    private boolean loginEnabled = true;
    private boolean hasHistory;
    private @Nullable LocalDate historyDeletedOn;
    private Access access = Access.FULL;
    private @Nullable String email;
    private @Nullable String username;
    private @Nullable String logonDomain;
    private @Nullable String device;
    private boolean tracked = true;
    private @Nullable TrackingGroup group;
    private @Nullable String mergedInto;
    private boolean latestMonthFirst;
    private final Map<ActivityKind, Map<Month, Integer>> days =
            new TreeMap<>(Map.of(ActivityKind.REGISTRATION, new TreeMap<>(), ActivityKind.LOGIN, new TreeMap<>()));

    private AccountBuilder(String id) {
        this.id = id;
        this.name = "Name of " + id;
    }

    public static AccountBuilder person(String id) {
        return new AccountBuilder(id);
    }

    public AccountBuilder named(String value) {
        name = value;
        return this;
    }

    public AccountBuilder kind(AccountKind value) {
        kind = value;
        return this;
    }

    public AccountBuilder source(String value) {
        source = value;
        return this;
    }

    public AccountBuilder access(Access value) {
        access = value;
        return this;
    }

    public AccountBuilder addedOn(String day) {
        addedOn = LocalDate.parse(day);
        return this;
    }

    public AccountBuilder removedOn(String day) {
        removedOn = LocalDate.parse(day);
        return this;
    }

    public AccountBuilder deactivatedOn(String day) {
        deactivatedOn = LocalDate.parse(day);
        return this;
    }

    public AccountBuilder loginDisabled() {
        loginEnabled = false;
        return this;
    }

    public AccountBuilder email(String value) {
        email = value;
        return this;
    }

    /** A login in a domain: the device makes no difference. */
    public AccountBuilder inDomain(String user, String domain, String onDevice) {
        username = user;
        logonDomain = domain;
        device = onDevice;
        return this;
    }

    /** A login on a standalone machine. */
    public AccountBuilder standalone(String user, String onDevice) {
        username = user;
        device = onDevice;
        return this;
    }

    public AccountBuilder untracked() {
        tracked = false;
        return this;
    }

    public AccountBuilder group(TrackingGroup value) {
        group = value;
        return this;
    }

    public AccountBuilder mergedInto(String account) {
        mergedInto = account;
        return this;
    }

    public AccountBuilder withHistory() {
        hasHistory = true;
        return this;
    }

    public AccountBuilder historyDeletedOn(String day) {
        historyDeletedOn = LocalDate.parse(day);
        return this;
    }

    public AccountBuilder registeredOn(String... dates) {
        return activeOn(ActivityKind.REGISTRATION, dates);
    }

    public AccountBuilder loggedInOn(String... dates) {
        return activeOn(ActivityKind.LOGIN, dates);
    }

    /** Activity stands in any order: here from the latest month to the earliest. */
    public AccountBuilder latestMonthFirst() {
        latestMonthFirst = true;
        return this;
    }

    private AccountBuilder activeOn(ActivityKind activity, String... dates) {
        for (String date : dates) {
            LocalDate day = LocalDate.parse(date);
            days.get(activity).merge(Month.of(day), DaySet.bit(day.getDayOfMonth()), (one, other) -> one | other);
        }
        return this;
    }

    public Account build() {
        List<ActiveMonth> activity = new ArrayList<>();
        days.forEach((kindOf, months) ->
                months.forEach((month, bits) -> activity.add(new ActiveMonth(month, kindOf, new DaySet(bits)))));
        if (latestMonthFirst) {
            Collections.reverse(activity);
        }
        return new Account(
                id,
                name,
                kind,
                source,
                email,
                username,
                logonDomain,
                device,
                addedOn,
                removedOn,
                deactivatedOn,
                loginEnabled,
                tracked,
                hasHistory,
                historyDeletedOn,
                access,
                group,
                mergedInto,
                activity);
    }
}
