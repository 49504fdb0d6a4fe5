package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;

/**
 * The highest use of one day of a calendar month (P1): a day's use is the sum of what the accounts count that had a
 * registration on it. The whole month counts, whenever the subscription began, up to the as-of date.
 */
record PeakDailyActive(AccountCounting accounts) implements Counter {

    @Override
    public Usage usage(TenantFacts facts, Subscription subscription, LocalDate asOf) {
        Month month = Month.of(asOf);
        List<Account> all = facts.accounts();
        MonthOfDays days = new MonthOfDays();
        MonthOfDays daysBefore = new MonthOfDays();
        @Nullable Counted[] counted = new Counted[all.size()];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = count(all.get(i), month, asOf, days, daysBefore);
        }
        LookedAt lookedAt = new LookedAt(counted.length);
        int peakDay = days.peakDay();
        LocalDate peak = peakDay == 0 ? null : month.day(peakDay);
        String notThen = "active this month, but not on the peak day " + peak;
        LocalDate from = Month.of(subscription.startsOn()).firstDay();
        for (int i = 0; i < counted.length; i++) {
            Counted each = counted[i];
            if (each != null) {
                Account account = all.get(i);
                boolean onPeak = peak != null
                        && registrations(account, month.number(), asOf.getDayOfMonth())
                                .contains(peakDay);
                lookedAt.decided(
                        account,
                        each,
                        onPeak ? each.decision().licences() : 0,
                        onPeak || peak == null ? each.decision().because() : notThen,
                        Active.of(account, ActivityKind.REGISTRATION, from, asOf));
            }
        }
        return lookedAt.usage(days.peak(), peak, daysBefore.peak());
    }

    /** Adds an account's days in the month and in the one before; says what it counts if it was active in the month. */
    private @Nullable Counted count(
            Account account, Month month, LocalDate asOf, MonthOfDays days, MonthOfDays daysBefore) {
        DaySet active = registrations(account, month.number(), asOf.getDayOfMonth());
        DaySet activeBefore = registrations(account, month.number() - 1, 31);
        if (active.isEmpty() && activeBefore.isEmpty()) {
            return null;
        }
        // the same in both months, and the dearer of the two to look up
        CountingDecision exemption = accounts.exemption(account);
        if (!activeBefore.isEmpty()) {
            LocalDate last = month.previous().lastDay();
            daysBefore.add(
                    activeBefore, counted(account, exemption, last).decision().licences());
        }
        if (active.isEmpty()) {
            return null;
        }
        Counted counted = counted(account, exemption, asOf);
        days.add(active, counted.decision().licences());
        return counted;
    }

    private Counted counted(Account account, @Nullable CountingDecision exemption, LocalDate day) {
        return exemption != null
                ? new Counted(exemption, true)
                : new Counted(accounts.whoCounts(Metric.PEAK_DAILY_ACTIVE, account, day), false);
    }

    private static DaySet registrations(Account account, int month, int lastDay) {
        for (ActiveMonth active : account.activity()) {
            if (active.kind() == ActivityKind.REGISTRATION && active.month().number() == month) {
                return active.days().within(1, lastDay);
            }
        }
        return DaySet.EMPTY;
    }

    private static int lastDay(Month month, LocalDate upTo) {
        return Month.number(upTo) == month.number() ? upTo.getDayOfMonth() : 31;
    }

    @Override
    public List<MonthUse> months(TenantFacts facts, Subscription subscription, Licences licensed, LocalDate asOf) {
        Month first = Month.of(subscription.startsOn());
        Month last = Month.of(asOf.isBefore(subscription.endsOn()) ? asOf : subscription.endsOn());
        MonthOfDays[] sums = new MonthOfDays[last.number() - first.number() + 1];
        for (Account account : facts.accounts()) {
            // the same in every month, and the dearer of the two to look up
            CountingDecision exemption = accounts.exemption(account);
            for (ActiveMonth active : account.activity()) {
                int index = active.month().number() - first.number();
                if (active.kind() == ActivityKind.REGISTRATION && index >= 0 && index < sums.length) {
                    addTo(sums, index, account, exemption, active, asOf);
                }
            }
        }
        List<MonthUse> months = new ArrayList<>();
        for (int index = 0; index < sums.length; index++) {
            int peak = sums[index] == null ? 0 : sums[index].peak();
            Month month = new Month(first.number() + index);
            months.add(MonthUse.notAddedUp(subscription.id(), month, Metric.PEAK_DAILY_ACTIVE, peak, licensed));
        }
        return months;
    }

    private void addTo(
            MonthOfDays[] sums,
            int index,
            Account account,
            @Nullable CountingDecision exemption,
            ActiveMonth active,
            LocalDate asOf) {
        DaySet days = active.days().within(1, lastDay(active.month(), asOf));
        if (!days.isEmpty()) {
            LocalDate end = active.month().lastDay();
            LocalDate day = end.isAfter(asOf) ? asOf : end;
            if (sums[index] == null) {
                sums[index] = new MonthOfDays();
            }
            sums[index].add(days, counted(account, exemption, day).decision().licences());
        }
    }
}
