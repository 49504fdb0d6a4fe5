package org.trueup.spreadsheets.decisiontable;

import java.time.LocalDate;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckedTenant;
import org.trueup.rules.check.Measure;

/** A tenant as the rules of a decision table see it: everything that they ask for is a number. */
public final class Candidate {
    private final CheckedTenant tenant;
    private final Words words;

    Candidate(CheckedTenant tenant, Words words) {
        this.tenant = tenant;
        this.words = words;
    }

    CheckedTenant tenant() {
        return tenant;
    }

    /** Whether the tenant has the word of that number. */
    public boolean is(Characteristic characteristic, int word) {
        return words.number(characteristic.of(tenant)) == word;
    }

    /** Whether a measure is at least so many thousandths. */
    public boolean atLeast(Measure measure, long thousandths) {
        return tenant.atLeast(measure, thousandths);
    }

    /** Whether a measure is at most so many thousandths. */
    public boolean atMost(Measure measure, long thousandths) {
        return tenant.atMost(measure, thousandths);
    }

    /** Whether the as-of date is that day or later, in days since 1970-01-01. */
    public boolean from(long day) {
        return !tenant.asOf().isBefore(LocalDate.ofEpochDay(day));
    }

    /** Whether the as-of date is that day or earlier, in days since 1970-01-01. */
    public boolean until(long day) {
        return !tenant.asOf().isAfter(LocalDate.ofEpochDay(day));
    }

    /** What the rule of a row concludes. */
    public Hit hitBy(int row) {
        return new Hit(this, row);
    }
}
