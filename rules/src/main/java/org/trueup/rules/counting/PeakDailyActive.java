package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
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
        MonthOfDays days = daysOf(facts, month, asOf);
        int peakDay = days.peakDay();
        LocalDate peak = peakDay == 0 ? null : month.day(peakDay);
        LocalDate from = Month.of(subscription.startsOn()).firstDay();
        List<CountedUser> users = new ArrayList<>();
        List<ExemptUse> exempt = new ArrayList<>();
        Set<Cell> cells = new TreeSet<>();
        for (Account account : facts.accounts()) {
            DaySet active = registrations(account, month, asOf);
            if (!active.isEmpty()) {
                Counted counted = Counted.of(accounts, Metric.PEAK_DAILY_ACTIVE, account, asOf);
                boolean onPeak = peakDay != 0 && active.contains(peakDay);
                int licences = onPeak ? counted.decision().licences() : 0;
                String reason = onPeak || peak == null
                        ? counted.decision().because()
                        : "active this month, but not on the peak day " + peak;
                counted.addTo(users, exempt, cells, account, licences, reason, whenActive(account, from, asOf));
            }
        }
        return new Usage(days.peak(), peak, previousPeak(facts, month), users, exempt, cells);
    }

    private int previousPeak(TenantFacts facts, Month month) {
        Month before = month.previous();
        return daysOf(facts, before, before.lastDay()).peak();
    }

    private static Active whenActive(Account account, LocalDate from, LocalDate asOf) {
        return Active.of(account, ActivityKind.REGISTRATION, from, asOf);
    }

    private static DaySet registrations(Account account, Month month, LocalDate upTo) {
        for (ActiveMonth active : account.activity()) {
            if (active.kind() == ActivityKind.REGISTRATION && active.month().equals(month)) {
                return active.days().within(1, lastDay(month, upTo));
            }
        }
        return DaySet.EMPTY;
    }

    private static int lastDay(Month month, LocalDate upTo) {
        return Month.of(upTo).equals(month) ? upTo.getDayOfMonth() : 31;
    }

    private MonthOfDays daysOf(TenantFacts facts, Month month, LocalDate upTo) {
        MonthOfDays days = new MonthOfDays();
        for (Account account : facts.accounts()) {
            DaySet active = registrations(account, month, upTo);
            if (!active.isEmpty()) {
                days.add(
                        active,
                        Counted.of(accounts, Metric.PEAK_DAILY_ACTIVE, account, upTo)
                                .decision()
                                .licences());
            }
        }
        return days;
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
            CountingDecision decision =
                    exemption != null ? exemption : accounts.whoCounts(Metric.PEAK_DAILY_ACTIVE, account, day);
            sums[index].add(days, decision.licences());
        }
    }
}
