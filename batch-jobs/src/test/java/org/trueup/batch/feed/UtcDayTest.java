package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UtcDayTest {

    @Test
    void anInstantIsTakenToItsUtcDay() {
        assertThat(UtcDay.of("2028-02-29T23:30:00-08:00")).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(UtcDay.of("2026-01-01T00:30:00+01:00")).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(UtcDay.of("2026-03-01T09:30Z")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(UtcDay.of("2026-03-01")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void whatIsNoDayIsNone() {
        assertThat(UtcDay.of("")).isNull();
        assertThat(UtcDay.of("2026-02-30")).isNull();
        assertThat(UtcDay.of("2026-03-01T09:30:00")).as("no offset").isNull();
        assertThat(UtcDay.of("２０２６-03-01")).isNull();
        assertThat(UtcDay.of("yesterday")).isNull();
    }
}
