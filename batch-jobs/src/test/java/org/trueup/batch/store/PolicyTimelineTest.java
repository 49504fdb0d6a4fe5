package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.batch.store.PolicyTimeline.Period;
import org.trueup.rules.fact.Vendor;

class PolicyTimelineTest {

    /** Versions 1, 2, … with these first days. */
    private static List<PolicyVersion> versions(String... effectiveOn) {
        List<PolicyVersion> versions = new ArrayList<>();
        for (String day : effectiveOn) {
            versions.add(new PolicyVersion(
                    new Vendor("acme"),
                    versions.size() + 1,
                    LocalDate.parse(day),
                    null,
                    "0".repeat(64),
                    "A",
                    "B",
                    "",
                    LocalDateTime.of(2026, 1, 1, 0, 0)));
        }
        return versions;
    }

    private static @Nullable Period period(List<PolicyVersion> versions, int version) {
        return PolicyTimeline.of(versions).of(versions.get(version - 1)).orElse(null);
    }

    private static Period days(String from, @Nullable String until) {
        return new Period(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    @Test
    void aVersionIsInForceUntilTheDayBeforeTheNextOneTakesOver() {
        List<PolicyVersion> versions = versions("2026-06-01", "2026-12-01");
        assertThat(period(versions, 1)).isEqualTo(days("2026-06-01", "2026-11-30"));
        assertThat(period(versions, 2)).isEqualTo(days("2026-12-01", null));
    }

    @Test
    void aPastDatedVersionTakesOverOnlyUntilTheOneThatFollowed() {
        List<PolicyVersion> versions = versions("2026-01-01", "2026-12-01", "2026-06-01");
        assertThat(period(versions, 1)).isEqualTo(days("2026-01-01", "2026-05-31"));
        assertThat(period(versions, 3)).isEqualTo(days("2026-06-01", "2026-11-30"));
        assertThat(period(versions, 2)).isEqualTo(days("2026-12-01", null));
    }

    @Test
    void ofTwoFromTheSameDayTheLowerOneIsNeverInForce() {
        List<PolicyVersion> versions = versions("2026-06-01", "2026-06-01");
        assertThat(period(versions, 1)).isNull();
        assertThat(period(versions, 2)).isEqualTo(days("2026-06-01", null));
    }

    @Test
    void theVersionAfterOneIsTheHighestOfTheNextDay() {
        List<PolicyVersion> versions = versions("2026-06-01", "2026-12-01", "2026-12-01", "2027-01-01");
        PolicyTimeline timeline = PolicyTimeline.of(versions);
        assertThat(timeline.after(versions.get(0))).contains(versions.get(2));
        assertThat(timeline.after(versions.get(3))).isEmpty();
    }

    @Test
    void beforeTheFirstDayOfTheFirstVersionNoneIsInForce() {
        PolicyTimeline timeline = PolicyTimeline.of(versions("2026-06-01"));
        assertThat(timeline.inForceOn(LocalDate.of(2026, 5, 31))).isEmpty();
        assertThat(timeline.inForceOn(LocalDate.of(2026, 6, 1))).isPresent();
    }
}
