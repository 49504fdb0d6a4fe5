package org.trueup.server.demo;

import java.io.IOException;
import org.trueup.rules.fact.Month;

/** How a vendor writes down when something happened. Each way names an instant of the same UTC day. */
enum TimeStyle {
    /** A bare date. */
    DATE,
    /** An instant in UTC. */
    UTC,
    /** An instant of a working day in Copenhagen's winter. */
    COPENHAGEN,
    /** An instant of a working day in New York's winter. */
    NEW_YORK,
    /** 11:30 PM in Los Angeles, which is the next day's morning in UTC (L4). */
    LATE_IN_LOS_ANGELES;

    /**
     * Writes a time as the next cell.
     *
     * @param day day of the month in UTC, 1 to 31
     * @param spice any number; spreads the times over the day
     */
    void write(CsvFile file, Month month, String monthText, int day, int spice) throws IOException {
        file.separate();
        if (this == LATE_IN_LOS_ANGELES) {
            file.put(month.day(day).minusDays(1) + "T23:30:00-08:00");
            return;
        }
        file.put(monthText);
        file.put('-');
        file.twoDigits(day);
        if (this != DATE) {
            writeClock(file, spice);
        }
    }

    private void writeClock(CsvFile file, int spice) throws IOException {
        int minuteOfDay = 13 * 60 + Math.floorMod(spice, 240) + shiftMinutes();
        file.put('T');
        file.twoDigits(minuteOfDay / 60);
        file.put(':');
        file.twoDigits(minuteOfDay % 60);
        file.put(':');
        file.twoDigits(Math.floorMod(spice >> 8, 60));
        file.put(offset());
    }

    private int shiftMinutes() {
        return this == COPENHAGEN ? 60 : this == NEW_YORK ? -300 : 0;
    }

    private String offset() {
        return this == COPENHAGEN ? "+01:00" : this == NEW_YORK ? "-05:00" : "Z";
    }
}
