package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.trueup.rules.fact.Vendor;

class KeptNightsTest {
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final Vendor PENSERO = new Vendor("pensero");

    private final SortedMap<LocalDate, Set<Vendor>> nights = new TreeMap<>();

    private void daily(String from, String to, Vendor vendor) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(date ->
                        nights.computeIfAbsent(date, first -> new HashSet<>()).add(vendor));
    }

    private static KeepSettings keep(@Nullable Integer daily, @Nullable Integer monthEnds) {
        return new KeepSettings(daily, monthEnds, null, null, false);
    }

    private List<String> kept(KeepSettings settings) {
        List<LocalDate> kept = new ArrayList<>(nights.keySet());
        kept.removeAll(KeptNights.toThin(nights, settings));
        return kept.stream().map(LocalDate::toString).toList();
    }

    @Test
    void withoutASettingEveryNightStays() {
        daily("2026-01-01", "2026-11-21", PLECTO);
        assertThat(KeptNights.toThin(nights, KeepSettings.ALL)).isEmpty();
        assertThat(KeptNights.toThin(nights, keep(null, 0))).isEmpty();
        assertThat(KeptNights.toThin(new TreeMap<>(), keep(2, 0))).isEmpty();
    }

    @Test
    void theLastNightsStayWithTheOneThatTheFirstOfThemLooksBackOn() {
        daily("2026-11-01", "2026-11-21", PLECTO);
        assertThat(kept(keep(3, 0))).containsExactly("2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21");
    }

    @Test
    void monthEndsAreTheLastNightsOfTheirMonthsThatAreStored() {
        daily("2026-08-01", "2026-09-29", PLECTO);
        daily("2026-10-01", "2026-11-21", PLECTO);
        assertThat(kept(keep(2, null)))
                .containsExactly(
                        "2026-08-30",
                        "2026-08-31",
                        "2026-09-28",
                        "2026-09-29",
                        "2026-10-30",
                        "2026-10-31",
                        "2026-11-19",
                        "2026-11-20",
                        "2026-11-21");
        assertThat(kept(keep(2, 2))).doesNotContain("2026-08-31", "2026-09-29").contains("2026-10-31");
    }

    @Test
    void thinningAgainThinsNothingMore() {
        daily("2026-08-01", "2026-11-21", PLECTO);
        KeptNights.toThin(nights, keep(5, 3)).forEach(nights::remove);
        assertThat(KeptNights.toThin(nights, keep(5, 3))).isEmpty();
    }

    @Test
    void theLatestNightsOfAVendorStayHoweverOldTheyAre() {
        daily("2026-01-01", "2026-01-10", PENSERO);
        daily("2026-11-01", "2026-11-21", PLECTO);
        assertThat(kept(keep(2, 0)))
                .containsExactly("2026-01-09", "2026-01-10", "2026-11-19", "2026-11-20", "2026-11-21");
    }

    @Test
    void aSettingThatIsNoNumberIsRefusedBeforeAnyNight() {
        MockEnvironment settings = new MockEnvironment().withProperty("trueup.keep.daily-nights", "1");
        assertThatThrownBy(() -> KeepSettings.of(settings))
                .isInstanceOf(NightException.class)
                .hasMessage(
                        "The setting trueup.keep.daily-nights is \"1\", but must be a whole number from 2 on, or be left out to"
                                + " keep everything; correct it in application.yaml or in the environment.");
        assertThat(KeepSettings.of(new MockEnvironment()
                        .withProperty("trueup.keep.month-ends", " 24 ")
                        .withProperty("trueup.keep.decisions", "400")))
                .isEqualTo(new KeepSettings(null, 24, 400, null, false));
        assertThat(KeepSettings.of(new MockEnvironment())).isEqualTo(KeepSettings.ALL);
    }
}
