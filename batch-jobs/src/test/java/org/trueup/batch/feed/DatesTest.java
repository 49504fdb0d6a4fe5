package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {

    @Test
    void everyDayOfFourCenturiesIsReadAsTheCalendarHasIt() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2301; day = day.plusDays(1)) {
            byte[] text = bytes(day.toString());

            assertThat(Dates.date(Dates.day(text, 0, text.length))).isEqualTo(day);
        }
    }

    @Test
    void whatIsNoDateIsMalformed() {
        for (String text : new String[] {
            "2026-13-01",
            "2026-00-10",
            "2026-02-29",
            "2026-04-31",
            "2026-01-00",
            "26-01-01",
            "2026/01/01",
            "2026-1-01",
            "01.01.2026",
            "2026-01-01 ",
            "２026-01-01",
            "",
            "2026-01-0x"
        }) {
            assertThat(day(text)).as(text).isEqualTo(Dates.MALFORMED);
        }
        assertThat(Dates.date(day("2024-02-29"))).isEqualTo("2024-02-29");
    }

    @Test
    void anInstantIsTakenToItsUtcDay() {
        // the learning vendor's own example: 23:30 PST on February 29 is March 1 in UTC (L4)
        assertThat(utc("2028-02-29T23:30:00-08:00")).isEqualTo("2028-03-01");
        assertThat(utc("2026-01-01T00:30:00+01:00")).isEqualTo("2025-12-31");
        assertThat(utc("2026-01-01T01:00:00+01:00")).isEqualTo("2026-01-01");
        assertThat(utc("2026-12-31T23:59:59.999Z")).isEqualTo("2026-12-31");
        assertThat(utc("2026-12-31T16:00:00-0800")).isEqualTo("2027-01-01");
        assertThat(utc("2026-12-31T15:59:00-08")).isEqualTo("2026-12-31");
        assertThat(utc("2026-03-01 09:30z")).isEqualTo("2026-03-01");
        assertThat(utc("2026-03-01t09:30:60Z")).isEqualTo("2026-03-01");
        assertThat(utc("2026-03-01")).isEqualTo("2026-03-01");
    }

    @Test
    void aTimeOfDayNeedsAnOffset() {
        assertThat(utcDay("2026-03-01T09:30:00")).isEqualTo(Dates.NO_OFFSET);
        assertThat(utcDay("2026-03-01T09:30")).isEqualTo(Dates.NO_OFFSET);
        assertThat(utcDay("2026-03-01 09:30:00.5")).isEqualTo(Dates.NO_OFFSET);
    }

    @Test
    void whatIsNoInstantIsMalformed() {
        for (String text : new String[] {
            "2026-03-01T24:00:00Z",
            "2026-03-01T09:60:00Z",
            "2026-03-01T09:30:61Z",
            "2026-03-01T09:30:00+19:00",
            "2026-03-01T09:30:00+01:60",
            "2026-03-01T09:30:00+1:00",
            "2026-03-01T09:30:00Zulu",
            "2026-03-01T09:30:00.Z",
            "2026-03-01T9:30Z",
            "2026-03-01T09Z",
            "2026-03-01X09:30:00Z",
            "2026-02-30T09:30:00Z",
            "yesterday"
        }) {
            assertThat(utcDay(text)).as(text).isEqualTo(Dates.MALFORMED);
        }
    }

    private static LocalDate utc(String text) {
        return Dates.date(utcDay(text));
    }

    private static int utcDay(String text) {
        return Dates.utcDay(bytes(text), 0, bytes(text).length);
    }

    private static int day(String text) {
        return Dates.day(bytes(text), 0, bytes(text).length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
