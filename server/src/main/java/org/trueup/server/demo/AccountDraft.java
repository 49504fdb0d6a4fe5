package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.TrackingGroup;

/** An account in the making. */
final class AccountDraft {
    private final String id;
    private final String name;
    private final List<ActiveMonth> activity = new ArrayList<>(4);
    private AccountKind kind = AccountKind.PERSON;
    private @Nullable String source;
    private @Nullable String email;
    private @Nullable String username;
    private @Nullable String logonDomain;
    private @Nullable String device;
    private @Nullable LocalDate addedOn;
    private @Nullable LocalDate removedOn;
    private @Nullable LocalDate deactivatedOn;
    private boolean loginEnabled = true;
    private boolean tracked = true;
    private boolean hasHistory;
    private @Nullable LocalDate historyDeletedOn;
    private Access access = Access.FULL;
    private @Nullable TrackingGroup group;
    private @Nullable String mergedInto;

    AccountDraft(String id, String name) {
        this.id = id;
        this.name = name;
    }

    String id() {
        return id;
    }

    AccountDraft kind(AccountKind value) {
        kind = value;
        return this;
    }

    AccountDraft source(String value) {
        source = value;
        return this;
    }

    AccountDraft email(String value) {
        email = value;
        return this;
    }

    /** On a domain-connected device. */
    AccountDraft logsOn(String user, String domain, String onDevice) {
        logonDomain = domain;
        return logsOn(user, onDevice);
    }

    /** On a standalone device. */
    AccountDraft logsOn(String user, String onDevice) {
        username = user;
        device = onDevice;
        return this;
    }

    AccountDraft added(LocalDate value) {
        addedOn = value;
        return this;
    }

    AccountDraft removed(LocalDate value) {
        removedOn = value;
        return this;
    }

    AccountDraft deactivated(LocalDate value) {
        deactivatedOn = value;
        return this;
    }

    AccountDraft loginDisabled() {
        loginEnabled = false;
        return this;
    }

    AccountDraft untracked() {
        tracked = false;
        return this;
    }

    AccountDraft withHistory() {
        hasHistory = true;
        return this;
    }

    AccountDraft historyDeleted(LocalDate value) {
        historyDeletedOn = value;
        return this;
    }

    AccountDraft access(Access value) {
        access = value;
        return this;
    }

    AccountDraft group(TrackingGroup value) {
        group = value;
        return this;
    }

    AccountDraft mergedInto(String accountId) {
        mergedInto = accountId;
        return this;
    }

    /** @param days bit 0 is the 1st; no day adds nothing */
    AccountDraft active(ActivityKind how, Month month, int days) {
        if (days != 0) {
            activity.add(new ActiveMonth(month, how, new DaySet(days)));
        }
        return this;
    }

    /** Active on one day of a month in which it has no other activity. */
    AccountDraft active(ActivityKind how, LocalDate day) {
        return active(how, Month.of(day), DaySet.bit(day.getDayOfMonth()));
    }

    Account done() {
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
                List.copyOf(activity));
    }
}
