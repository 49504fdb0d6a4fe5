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
    SEATS_RELEASED(Severity.INFO),
    /** An add-on on a plan that does not take it (A3). */
    ADD_ON_NOT_ELIGIBLE(Severity.VIOLATION),
    /** An add-on's licences differ from the base licences (A3). */
    ADD_ON_COUNT_MISMATCH(Severity.VIOLATION),
    /** A support plan that the plan does not take (A4). */
    SUPPORT_NOT_ELIGIBLE(Severity.VIOLATION),
    /** The trial is over and nothing was bought (A6). */
    TRIAL_ENDED(Severity.INFO),
    /** The first night over the limit (A10). */
    GRACE_STARTED(Severity.WARNING),
    /** A later night of the grace period (A10). */
    GRACE_RUNNING(Severity.WARNING),
    /** Access to the data is blocked until the limit is kept again (A10, A11). */
    ACCESS_BLOCKED(Severity.VIOLATION),
    /** Licences to add, or to reclaim (A12). */
    TRUE_UP(Severity.WARNING),
    /** Several identities of one person that could be merged (A14). */
    RECLAIM_BY_MERGE(Severity.INFO),
    /** Untracked or former accounts whose history could be deleted (A14). */
    RECLAIM_BY_DELETE(Severity.INFO),
    /** More days of history stored than the plan allows (A15). */
    STORAGE_OVER_LIMIT(Severity.VIOLATION),
    /** More seats taken than bought (L1). */
    SEATS_EXCEEDED(Severity.VIOLATION),
    /** More credits used than the pool holds (L2). */
    CREDITS_OVERAGE(Severity.WARNING),
    /** The pool of credits ends before the plan at the present pace (L2). */
    CREDITS_RUNNING_OUT(Severity.INFO),
    /** Unused credits expire at the plan's end (L2). */
    CREDITS_EXPIRING(Severity.INFO),
    /** A month of the plan with more users than bought (L3). */
    MONTHLY_USERS_EXCEEDED(Severity.VIOLATION),
    /** A paid plan whose term is not the plan's fixed one (L5). */
    TERM_NOT_ANNUAL(Severity.VIOLATION);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** The usual severity; a rule may say another. */
    public Severity severity() {
        return severity;
    }
}
