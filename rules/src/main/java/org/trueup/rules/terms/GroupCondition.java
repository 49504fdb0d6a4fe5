package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TrackingGroup;

/** Which directory group a row asks for. */
public enum GroupCondition {
    DNT(TrackingGroup.DNT),
    DELETE(TrackingGroup.DELETE),
    /** In no group. */
    NONE(null);

    private final @Nullable TrackingGroup group;

    GroupCondition(@Nullable TrackingGroup group) {
        this.group = group;
    }

    public boolean fits(@Nullable TrackingGroup accountGroup) {
        return group == accountGroup;
    }
}
