package org.trueup.rules.fact;

/** The directory groups that steer tracking (A9). */
public enum TrackingGroup {
    /** Do Not Track. */
    DNT,
    /** Untracked, its history gone. */
    DELETE
}
