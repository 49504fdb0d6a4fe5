package org.trueup.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0 2 * * *, 2026-11-27T02:00:00Z, 2026-11-28T02:00:00Z",
        "0 12 * * *, 2026-11-27T12:00:00Z, 2026-11-28T12:00:00Z",
        "0 0 12 * * *, 2026-11-27T12:00:00Z, 2026-11-28T12:00:00Z",
        "@daily, 2026-11-27T00:00:00Z, 2026-11-28T00:00:00Z",
        "30 23 * * SUN, 2026-11-22T23:30:00Z, 2026-11-29T23:30:00Z",
        "0 2 1 1 *, 2026-01-01T02:00:00Z, 2027-01-01T02:00:00Z"
    })
    void nightsAreDueInUtc(String cron, Instant last, Instant next) {
        Timetable timetable = Timetable.of(cron);
        assertThat(timetable.lastDue(NOON)).hasValue(last);
        assertThat(timetable.nextDue(NOON)).hasValue(next);
    }

    @Test
    void theNightIsThatOfTheDueDay() {
        assertThat(Timetable.night(Instant.parse("2026-11-27T23:59:00Z"))).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "2 o'clock", "61 2 * * *", "* *"})
    void whatIsNoTimetableIsNamedWithItsSetting(String cron) {
        assertThatThrownBy(() -> Timetable.of(cron))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("trueup.schedule.cron")
                .hasMessageContaining(cron);
    }
}
