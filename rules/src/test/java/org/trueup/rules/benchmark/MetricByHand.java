package org.trueup.rules.benchmark;

import static org.trueup.rules.outcome.FindingCode.ACCESS_BLOCKED;
import static org.trueup.rules.outcome.FindingCode.ALIAS_ACCESS_INACTIVE;
import static org.trueup.rules.outcome.FindingCode.CREDITS_EXPIRING;
import static org.trueup.rules.outcome.FindingCode.CREDITS_OVERAGE;
import static org.trueup.rules.outcome.FindingCode.CREDITS_RUNNING_OUT;
import static org.trueup.rules.outcome.FindingCode.GRACE_RUNNING;
import static org.trueup.rules.outcome.FindingCode.GRACE_STARTED;
import static org.trueup.rules.outcome.FindingCode.MONTHLY_USERS_EXCEEDED;
import static org.trueup.rules.outcome.FindingCode.OVER_LICENSED_COUNT;
import static org.trueup.rules.outcome.FindingCode.RECLAIM_BY_DELETE;
import static org.trueup.rules.outcome.FindingCode.RECLAIM_BY_MERGE;
import static org.trueup.rules.outcome.FindingCode.SEATS_EXCEEDED;
import static org.trueup.rules.outcome.FindingCode.SEATS_RELEASED;
import static org.trueup.rules.outcome.FindingCode.SEAT_LIMIT_REACHED;
import static org.trueup.rules.outcome.FindingCode.TRUE_UP;
import static org.trueup.rules.outcome.FindingCode.UNUSED_LICENSES;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.benchmark.HandWrittenRules.Sheets;
import org.trueup.rules.counting.Reclaimable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.policy.derived.Amounts;
import org.trueup.rules.policy.derived.CreditForecast;
import org.trueup.rules.policy.derived.LimitStatus;
import org.trueup.rules.policy.derived.Releases;
import org.trueup.rules.policy.derived.Standing;
import org.trueup.rules.policy.derived.Words;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/** What follows from the status, and what is found for the plan's metric alone. */
record MetricByHand(
        Sheets sheets,
        Standing standing,
        @Nullable LimitStatus limit,
        LocalDate asOf,
        List<Finding> findings,
        List<Cell> cells) {

    void find(Amounts amounts) {
        if (limit != null) {
            grace(limit);
        }
        boolean over = limit != null && standing.shortBy() > 0 && !limit.tolerated();
        switch (standing.planTerms().metric()) {
            case PEAK_DAILY_ACTIVE -> peak(over ? limit : null);
            case ADDED_USERS -> seatsAdded();
            case IDENTITIES_WITH_HISTORY -> identities(over ? limit : null, amounts);
            case SEATS_TAKEN -> seatsTaken(over ? limit : null);
            case MONTHLY_CREDITS -> credits(over ? limit : null);
            case MONTHLY_USERS -> monthlyUsers();
        }
    }

    private Finding.Draft draft(FindingCode code, String rule) {
        return Finding.of(standing.tenant(), code, rule);
    }

    private void grace(LimitStatus status) {
        Grace grace = status.grace();
        if (grace != null && grace.day() == 1) {
            findings.add(draft(GRACE_STARTED, "The grace period starts")
                    .at(status.row().cell("Grace days"))
                    .saying(
                            "%d used of %s licensed: a grace period of %s starts today; its last day is %s.%s",
                            standing.used(),
                            standing.licensed(),
                            Words.count(grace.days(), "day"),
                            grace.endsOn(),
                            status.told()));
        }
        if (grace != null && grace.day() > 1 && !grace.over()) {
            findings.add(draft(GRACE_RUNNING, "The grace period runs")
                    .at(status.row().cell("Grace days"))
                    .saying(
                            "%d used of %s licensed, over the limit since %s: day %d of %d of the grace period; its"
                                    + " last day is %s.%s",
                            standing.used(),
                            standing.licensed(),
                            standing.overSince(),
                            grace.day(),
                            grace.days(),
                            grace.endsOn(),
                            status.told()));
        }
        if (grace != null && grace.over() && status.status() == Status.BLOCKED) {
            findings.add(draft(ACCESS_BLOCKED, "Access is blocked after the grace period")
                    .at(status.row().cell("Then status"))
                    .saying(
                            "%d used of %s licensed, over the limit since %s: the grace period of %s ended on %s."
                                    + " Access is blocked for all users until use and licences match again.%s",
                            standing.used(),
                            standing.licensed(),
                            standing.overSince(),
                            Words.count(grace.days(), "day"),
                            grace.endsOn(),
                            status.told()));
        }
        if (status.blockedAtOnce()) {
            findings.add(draft(ACCESS_BLOCKED, "Access is blocked at once")
                    .at(status.row().cell("Status"))
                    .saying(
                            "%d used of %s licensed%s: access is blocked.%s",
                            standing.used(), standing.licensed(), status.blockedBecause(), status.told()));
        }
    }

    private void peak(@Nullable LimitStatus over) {
        if (over != null) {
            findings.add(draft(OVER_LICENSED_COUNT, "More employees tracked than licensed")
                    .at(over.row().cell("Status"))
                    .saying(
                            "%s used on %s, the busiest day of the month so far, %d licensed: add %d.%s",
                            Words.count(standing.used(), "licence"),
                            standing.usage().peakDay(),
                            standing.licences(),
                            standing.shortBy(),
                            over.told()));
        }
        SettingTerms row = standing.unused() == 0 ? null : setting(Setting.UNUSED_LICENCES_TOLD_FROM);
        if (row != null) {
            cells.add(row.cell("Value"));
            if (row.number() <= asOf.getDayOfMonth()) {
                findings.add(draft(UNUSED_LICENSES, "More licensed than required")
                        .at(row.cell("Value"))
                        .saying(
                                "%s not needed so far this month: %d licensed, %d required. Licences are adjusted by"
                                        + " hand and should equal the month's peak.",
                                Words.count(standing.unused(), "licence"), standing.licences(), standing.required()));
            }
        }
    }

    private @Nullable SettingTerms setting(Setting setting) {
        return sheets.rows().setting(setting, standing.plan());
    }

    private void seatsAdded() {
        if (limit != null && standing.atOrOverLimit()) {
            findings.add(draft(SEAT_LIMIT_REACHED, "Every seat is taken")
                    .at(limit.row().cell("Adding beyond"))
                    .saying("%d of %d seats used.%s", standing.used(), standing.licences(), limit.told()));
        }
        for (Account account : standing.facts().accounts()) {
            boolean inactive = !account.loginEnabled() || account.deactivatedBy(asOf);
            if (account.access() == Access.ALIAS && inactive && account.addedBy(asOf) && !account.removedBy(asOf)) {
                findings.add(draft(ALIAS_ACCESS_INACTIVE, "Alias access without an active login")
                        .saying(
                                "The alias access of %s (%s) does not work, because %s; alias access needs an active"
                                        + " login.",
                                account.name(),
                                account.id(),
                                account.deactivatedBy(asOf) ? "the user is deactivated" : "login is disabled"));
            }
        }
        Releases releases = Releases.of(standing, sheets.counting(), asOf);
        if (releases.any()) {
            findings.add(draft(SEATS_RELEASED, "Seats released since the night before")
                    .at(releases.cell())
                    .saying(
                            "%s released (%s); %s. What they did stays visible.",
                            Words.count(releases.count(), "seat"), releases.names(), releases.credit()));
        }
    }

    private void identities(@Nullable LimitStatus over, Amounts amounts) {
        if (over != null && !standing.planTerms().freeAfterTrial()) {
            findings.add(draft(TRUE_UP, "Licences to add or to reclaim")
                    .at(over.row().cell("Status"))
                    .saying(
                            "Over by %d: add %s (%s up to %s), or reclaim as many. Going over is not charged by"
                                    + " itself.",
                            standing.shortBy(),
                            Words.count(standing.shortBy(), "licence"),
                            amounts.trueUpSaid(),
                            standing.subscription().endsOn()));
        }
        Reclaimable found = sheets.counting().reclaimable(standing.facts(), asOf);
        if (found.freedByMerging() > 0) {
            for (Entitlement merging : sheets.entitling().granted(standing, asOf, "User merge")) {
                if (merging.value().equals("yes")) {
                    findings.add(draft(RECLAIM_BY_MERGE, "Several identities of one person could be merged")
                            .at(merging.cell())
                            .saying(
                                    "%s could be reclaimed by merging the identities of one person: %s.",
                                    Words.count(found.freedByMerging(), "licence"), Words.listed(found.mergeable())));
                }
            }
        }
        if (found.freedByDeleting() > 0) {
            findings.add(draft(RECLAIM_BY_DELETE, "Histories of untracked or former users could be deleted")
                    .saying(
                            "%s could be reclaimed by deleting the history of untracked or former users: %s. Deleting"
                                    + " cannot be undone: export first.",
                            Words.count(found.freedByDeleting(), "licence"), Words.listed(found.deletable())));
        }
    }

    private void seatsTaken(@Nullable LimitStatus over) {
        if (over != null) {
            findings.add(draft(SEATS_EXCEEDED, "More seats taken than bought")
                    .at(over.row().cell("Status"))
                    .saying(
                            "%s held, %d bought: buy %d more, or deactivate users who no longer need one.%s",
                            Words.count(standing.used(), "seat"),
                            standing.licences(),
                            standing.shortBy(),
                            over.told()));
        }
    }

    private void credits(@Nullable LimitStatus over) {
        if (over != null) {
            findings.add(draft(CREDITS_OVERAGE, "More credits used than the pool holds")
                    .at(over.row().cell("Status"))
                    .saying(
                            "%s used since %s, the pool held %d: %d beyond it, and each user who logs in before the"
                                    + " plan's end on %s adds to that.%s",
                            Words.count(standing.used(), "credit"),
                            standing.subscription().startsOn(),
                            standing.licences(),
                            standing.shortBy(),
                            standing.subscription().endsOn(),
                            over.told()));
        }
        if (standing.unlimited()) {
            return;
        }
        SettingTerms pace = setting(Setting.FORECAST_MONTHS);
        if (pace != null) {
            cells.add(pace.cell("Value"));
            runningOut(pace);
        }
        SettingTerms told = setting(Setting.EXPIRY_TOLD_DAYS);
        if (told != null) {
            cells.add(told.cell("Value"));
            if (standing.left() > 0 && told.number() >= standing.daysToEnd(asOf)) {
                findings.add(draft(CREDITS_EXPIRING, "Unused credits expire soon")
                        .at(told.cell("Value"))
                        .saying(
                                "%s of %d unused: they expire with the plan, after %s (%s). Credits roll over from"
                                        + " month to month, never to the next plan.",
                                Words.count(standing.left(), "credit"),
                                standing.licences(),
                                standing.subscription().endsOn(),
                                standing.endInWords(asOf)));
            }
        }
    }

    private void runningOut(SettingTerms row) {
        CreditForecast forecast =
                standing.shortBy() > 0 ? null : CreditForecast.of(standing, sheets.counting(), asOf, row.number());
        if (forecast != null && forecast.runsOut()) {
            findings.add(draft(CREDITS_RUNNING_OUT, "The pool of credits ends before the plan")
                    .at(row.cell("Value"))
                    .saying(
                            "%d of %d credits used; at the pace of the last %s, %s credits a month, the pool ends in"
                                    + " %s, and the plan runs to %s. Buy more credits, or expect an overage.",
                            standing.used(),
                            standing.licences(),
                            Words.count(forecast.months(), "full month"),
                            forecast.pace(),
                            forecast.poolEndsIn(),
                            standing.subscription().endsOn()));
        }
    }

    private void monthlyUsers() {
        if (standing.unlimited()) {
            return;
        }
        for (MonthUse month :
                sheets.counting().months(standing.facts(), standing.subscription(), standing.planTerms(), asOf)) {
            Integer beyond = month.overage();
            if (beyond != null && beyond > 0) {
                monthOver(month, beyond);
            }
        }
    }

    private void monthOver(MonthUse month, int beyond) {
        LocalDate last = month.month().lastDay();
        OverLimitTerms row = sheets.rows()
                .overLimit(LimitProfile.of(
                        standing.plan(),
                        standing.subscription().term(),
                        standing.limit().nonprofit(),
                        month.consumed(),
                        standing.licensed(),
                        month.month().firstDay(),
                        last.isAfter(asOf) ? asOf : last));
        if (row != null && !row.tolerates()) {
            findings.add(draft(MONTHLY_USERS_EXCEEDED, "More users in a month than bought")
                    .at(row.cell("Status"))
                    .saying(
                            "%s in %s, %d bought a month: %d too many. Buy more, or limit who logs in.",
                            Words.count(month.consumed(), "user"), month.month(), standing.licences(), beyond));
        }
    }
}
