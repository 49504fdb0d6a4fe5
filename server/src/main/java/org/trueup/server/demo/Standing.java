package org.trueup.server.demo;

import java.util.SplittableRandom;

/** How a made-up tenant stands to what it bought. */
enum Standing {
    COMPLIANT,
    AT_LIMIT,
    OVER;

    /** Seven of ten are compliant. */
    static Standing draw(SplittableRandom random) {
        int chance = random.nextInt(100);
        return chance < 72 ? COMPLIANT : chance < 86 ? AT_LIMIT : OVER;
    }

    /**
     * The licences that bring a tenant with this use to this standing.
     *
     * @param minimum licences that the plan asks for, at least 1; a tenant that uses no more is compliant or at it
     */
    int licences(int used, int minimum, SplittableRandom random) {
        int spare = Math.max(1, used / 8);
        return switch (this) {
            case COMPLIANT -> Math.max(minimum, used + 1 + random.nextInt(2 * spare));
            case AT_LIMIT -> Math.max(minimum, used);
            case OVER -> Math.max(minimum, used - 1 - random.nextInt(spare));
        };
    }
}
