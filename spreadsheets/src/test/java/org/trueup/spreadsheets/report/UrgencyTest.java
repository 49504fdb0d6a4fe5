package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.Urgency.Rank;

class UrgencyTest {

    private static MadeUpTenant stands(String vendor, Status status, int used, int licensed) {
        return MadeUpTenant.of(vendor, "t", "t", null).stands(status, used, Licences.of(licensed), null, null);
    }

    private static @Nullable Urgency of(MadeUpTenant tenant) {
        return Urgency.of(tenant.assessed(), MadeUpNight.AS_OF);
    }

    @Test
    void blockedComesFirstThenGraceViolationsSeatsAndCredits() {
        Assessment credits = stands("pensero", Status.COMPLIANT, 9, 10)
                .finding("CREDITS_RUNNING_OUT", Severity.INFO, "Soon.", "Pool", null)
                .assessed();
        Assessment seats = stands("pensero", Status.AT_LIMIT, 10, 10)
                .finding("SEAT_LIMIT_REACHED", Severity.WARNING, "Full.", "Seats", null)
                .assessed();
        Assessment over = stands("plecto", Status.WARNING, 13, 10).assessed();
        Assessment violation = stands("plecto", Status.COMPLIANT, 3, 4)
                .finding("BELOW_PLAN_MINIMUM", Severity.VIOLATION, "Below.", "Minimum", null)
                .assessed();
        Assessment grace = stands("activtrak", Status.GRACE, 11, 10).assessed();
        Assessment blocked = stands("activtrak", Status.BLOCKED, 11, 10).assessed();
        assertThat(Stream.of(credits, seats, over, violation, grace, blocked)
                        .map(each -> Objects.requireNonNull(Urgency.of(each, MadeUpNight.AS_OF)))
                        .sorted()
                        .map(Urgency::why))
                .containsExactly(
                        "access is blocked, grace ended on 2026-11-29",
                        "grace ends on 2026-11-29",
                        "below plan minimum",
                        "over by 3",
                        "no seat is left",
                        "credits run out before the plan ends");
    }

    @Test
    void theGracePeriodThatEndsSoonestComesFirst() {
        List<Urgency> sorted = Stream.of(
                        new Urgency(Rank.GRACE, 20, 1, "later"),
                        new Urgency(Rank.GRACE, null, 9, "unknown"),
                        new Urgency(Rank.GRACE, 3, 1, "few short"),
                        new Urgency(Rank.GRACE, 3, 5, "many short"))
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(sorted).extracting(Urgency::why).containsExactly("many short", "few short", "later", "unknown");
    }

    @Test
    void theDaysLeftOfAGracePeriodEndWithItsLastDay() {
        Assessment grace = stands("activtrak", Status.GRACE, 11, 10).assessed();
        Urgency onTheLastButOne = Urgency.of(grace, MadeUpNight.AS_OF.minusDays(2));
        assertThat(onTheLastButOne).isNotNull().extracting(Urgency::daysLeft).isEqualTo(1);
        Urgency onTheLast = Urgency.of(grace, MadeUpNight.AS_OF.minusDays(1));
        assertThat(onTheLast).isNotNull().extracting(Urgency::daysLeft).isEqualTo(0);
    }

    @Test
    void whoIsWithinWhatIsLicensedOrToleratedIsNotUrgent() {
        assertThat(of(stands("plecto", Status.COMPLIANT, 9, 10))).isNull();
        assertThat(of(stands("plecto", Status.AT_LIMIT, 11, 10))).isNull();
        assertThat(of(MadeUpTenant.plecto("t", "t", null)
                        .finding("NO_SUBSCRIPTION", Severity.WARNING, "None.", "None", null)))
                .isNull();
    }

    @Test
    void aTenantWithoutAPositionIsUrgentForItsViolation() {
        assertThat(of(MadeUpTenant.plecto("t", "t", null)
                        .finding("UNKNOWN_PLAN", Severity.VIOLATION, "Unknown.", "Unknown plan", null)))
                .isEqualTo(new Urgency(Rank.VIOLATION, null, 0, "unknown plan"));
    }

    @Test
    void whatIsWaivedAsksNobodyToActButForBlockedAccess() {
        assertThat(of(waived(Status.WARNING))).isNull();
        assertThat(of(waived(Status.GRACE))).isNull();
        assertThat(of(waived(Status.BLOCKED))).isNotNull();
        assertThat(of(waived(Status.WARNING)
                        .finding("TERM_NOT_ANNUAL", Severity.VIOLATION, "Term.", "Fixed term", null)))
                .isNotNull();
    }

    private static MadeUpTenant waived(Status status) {
        return stands("plecto", status, 12, 10)
                .finding("OVER_LICENSED_COUNT", Severity.WARNING, "Add 2.", "Over", null)
                .waived();
    }
}
