package org.trueup.server.policy;

import org.trueup.server.problem.Refusal;

/** Requires that what somebody wants to change is a draft. */
final class DraftOf {
    private DraftOf() {}

    static Draft edition(Edition edition) {
        if (edition instanceof Edition.OfDraft drafted) {
            return drafted.draft();
        }
        throw Refusal.conflict("Version %s is published, and a published version never changes; begin a draft from it."
                .formatted(edition.name()));
    }
}
