package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Month;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.MonthUse;

class PackedTest {

    @Test
    void usersComeBackAsTheyWerePackedWhateverTheirNamesHold() {
        List<CountedUser> users = List.of(
                new CountedUser("a\tb", "line\nfeed", 1, "because\\", LocalDate.parse("2026-11-03"), 2, true),
                new CountedUser("é", "\\t", 0, "", null, 0, false),
                new CountedUser("𐀀", "=1+1", 3, "because\\", null, 1, false));
        List<String> parts = PackedUsers.pack(users).toList();
        assertThat(parts).hasSize(1);
        assertThat(PackedUsers.unpack(parts.get(0))).isEqualTo(users);
    }

    @Test
    void manyUsersArePackedInSeveralParts() {
        List<CountedUser> users = new ArrayList<>();
        for (int i = 0; i <= PackedUsers.A_PART; i++) {
            users.add(new CountedUser("u" + i, "n", 1, "r" + i % 3, null, 0, false));
        }
        List<String> parts = PackedUsers.pack(users).toList();
        assertThat(parts).hasSize(2);
        List<CountedUser> back = new ArrayList<>();
        parts.forEach(part -> back.addAll(PackedUsers.unpack(part)));
        assertThat(back).isEqualTo(users);
        assertThat(PackedUsers.pack(List.of())).isEmpty();
    }

    @Test
    void monthsComeBackAsTheyWerePacked() {
        List<MonthUse> months = List.of(
                new MonthUse("s\t1", new Month(24_322), Metric.ADDED_USERS, 3, null, 0, 1),
                new MonthUse("s2", new Month(24_323), Metric.PEAK_DAILY_ACTIVE, 3, 7, null, null));
        assertThat(PackedMonths.unpack(PackedMonths.pack(months))).isEqualTo(months);
    }

    @Test
    void monthsOfEveryMetricComeBackWithWhatTheyLeaveEmpty() {
        List<MonthUse> months = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            months.add(new MonthUse("", new Month(24_322), metric, 3, null, 0, 1));
            months.add(new MonthUse("s1", new Month(24_322), metric, 3, 7, null, null));
            months.add(new MonthUse("s1", new Month(24_323), metric, 0, null, null, null));
        }
        assertThat(PackedMonths.unpack(PackedMonths.pack(months))).isEqualTo(months);
    }

    @Test
    void entitlementsComeBackAsTheyWerePacked() {
        List<Entitlement> entitlements = List.of(
                new Entitlement("Data history", "6", "months", Cell.parse("activtrak.xlsx!Entitlements!E5")),
                new Entitlement("Chat\t24/7", "yes", null, Cell.parse("activtrak.xlsx!Entitlements!E6")));
        assertThat(PackedEntitlements.unpack(PackedEntitlements.pack(entitlements)))
                .isEqualTo(entitlements);
        assertThat(PackedEntitlements.unpack(PackedEntitlements.pack(List.of())))
                .isEmpty();
    }
}
