package org.trueup.batch.whatif;

import java.util.Arrays;

/** Where something of a tenant lies, by the tenant's number in the store: numbers are given out without large gaps. */
final class PlacesByTenant {
    private static final long NONE = -1;

    private long[] places = new long[0];

    void put(int number, long place) {
        if (number >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, Math.max(1_024, number + number / 2 + 1));
            Arrays.fill(places, before, places.length, NONE);
        }
        places[number] = place;
    }

    /** Negative for a tenant without one. */
    long of(int number) {
        return number < places.length ? places[number] : NONE;
    }
}
