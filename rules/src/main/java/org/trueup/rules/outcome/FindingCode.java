package org.trueup.rules.outcome;

/** The findings that the product's own rules make, each with its severity. */
public enum FindingCode {
    /** No subscription is in force on the as-of date. */
    NO_SUBSCRIPTION(Severity.WARNING),
    /** The vendor has no policy. */
    NO_POLICY(Severity.WARNING),
    /** The policy has no such plan. */
    UNKNOWN_PLAN(Severity.VIOLATION),
    /** No row of Over the limit takes the tenant. */
    POLICY_GAP(Severity.WARNING),
    /** Several paid subscriptions are in force. */
    OVERLAPPING_SUBSCRIPTIONS(Severity.WARNING),
    /** Fewer licences bought than the plan asks for (P7, A2). */
    BELOW_PLAN_MINIMUM(Severity.VIOLATION),
    /** More used or bought than the plan takes (A2, N1). */
    ABOVE_PLAN_CAP(Severity.VIOLATION),
    /** The plan is not on sale (A1). */
    PLAN_NOT_SOLD(Severity.INFO),
    /** An integration's account was counted as the sheet says (P3). */
    EXEMPT_ACCOUNT(Severity.INFO),
    /** More employees tracked on a day than licensed (P5). */
    OVER_LICENSED_COUNT(Severity.WARNING),
    /** More licensed than required (P6). */
    UNUSED_LICENSES(Severity.INFO),
    /** Every seat is taken (N6). */
    SEAT_LIMIT_REACHED(Severity.WARNING),
    /** Alias access without an active login does not work (N3). */
    ALIAS_ACCESS_INACTIVE(Severity.WARNING),
    /** Seats were released since the previous night (N5). */
    SEATS_RELEASED(Severity.INFO);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** The usual severity; a rule may say another. */
    public Severity severity() {
        return severity;
    }
}
