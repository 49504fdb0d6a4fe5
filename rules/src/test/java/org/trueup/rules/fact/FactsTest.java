package org.trueup.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;

class FactsTest {

    @Test
    void idsAreOrderedByTheirUtf8Bytes() {
        List<String> ids = List.of("", "A", "a", "a ", "ab", "é", "ｚ", "\uFFFD", "𐀀", "𐀁", "a𐀀", "aｚ");
        for (String one : ids) {
            for (String other : ids) {
                int bytes = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(Utf8Order.UTF8.compare(one, other)))
                        .as(one + " and " + other)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }

    @Test
    void aVendorsNameIsMadeOfSmallLettersDigitsAndHyphens() {
        assertThat(Vendor.isName("my-vendor2")).isTrue();
        assertThat(Vendor.isName("Plecto")).isFalse();
        assertThat(Vendor.isName("")).isFalse();
        assertThatThrownBy(() -> new Vendor("x'y")).hasMessageContaining("\"x'y\" is not a vendor's name");
    }

    @Test
    void aMonthKnowsItsDays() {
        Month february = Month.of(LocalDate.parse("2028-02-29"));
        assertThat(february).hasToString("2028-02");
        assertThat(february.firstDay()).isEqualTo("2028-02-01");
        assertThat(february.lastDay()).isEqualTo("2028-02-29");
        assertThat(february.next()).hasToString("2028-03");
        assertThat(Month.of(LocalDate.parse("2028-01-01")).previous()).hasToString("2027-12");
    }

    @Test
    void daysOfAMonthAreCutToARange() {
        DaySet days = DaySet.of(1, 15, 30, 31);
        assertThat(days.within(1, 31)).isEqualTo(days);
        assertThat(days.within(15, 30)).isEqualTo(DaySet.of(15, 30));
        assertThat(days.within(2, 14).isEmpty()).isTrue();
        assertThat(days.within(31, 31)).isEqualTo(DaySet.of(31));
        assertThat(days.first()).isEqualTo(1);
        assertThat(DaySet.EMPTY.first()).isZero();
        assertThatThrownBy(() -> DaySet.of(32)).hasMessage("day 32 is in no month");
    }

    @Test
    void activityIsCutToDaysOfOtherMonthsToo() {
        ActiveMonth november =
                new ActiveMonth(Month.of(LocalDate.parse("2026-11-01")), ActivityKind.LOGIN, DaySet.of(3, 20));
        assertThat(november.within(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-11-03")))
                .isEqualTo(DaySet.of(3));
        assertThat(november.within(LocalDate.parse("2026-11-04"), LocalDate.parse("2027-01-01")))
                .isEqualTo(DaySet.of(20));
        assertThat(november.anyWithin(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-31")))
                .isFalse();
        assertThat(november.anyWithin(LocalDate.MIN, LocalDate.parse("2026-10-31")))
                .isFalse();
    }

    @Test
    void historyIsThereWhenTheFeedSaysSoOrActivityCameAfterItWasDeleted() {
        LocalDate day = LocalDate.parse("2026-11-21");
        assertThat(AccountBuilder.person("a").withHistory().build().hasHistoryOn(day))
                .isTrue();
        assertThat(AccountBuilder.person("a").build().hasHistoryOn(day)).isFalse();
        assertThat(AccountBuilder.person("a")
                        .withHistory()
                        .historyDeletedOn("2026-11-21")
                        .build()
                        .hasHistoryOn(day))
                .isFalse();
        assertThat(AccountBuilder.person("a")
                        .withHistory()
                        .historyDeletedOn("2026-11-22")
                        .build()
                        .hasHistoryOn(day))
                .isTrue();
        assertThat(AccountBuilder.person("a").loggedInOn("2026-11-21").build().hasHistoryOn(day))
                .isTrue();
        assertThat(AccountBuilder.person("a").loggedInOn("2026-11-22").build().hasHistoryOn(day))
                .isFalse();
        assertThat(AccountBuilder.person("a")
                        .historyDeletedOn("2026-11-10")
                        .loggedInOn("2026-11-10")
                        .build()
                        .hasHistoryOn(day))
                .isFalse();
        assertThat(AccountBuilder.person("a")
                        .historyDeletedOn("2026-11-10")
                        .loggedInOn("2026-11-11")
                        .build()
                        .hasHistoryOn(day))
                .isTrue();
    }
}
