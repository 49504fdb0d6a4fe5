package org.trueup.server.policy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A draft as HTTP tells it.
 *
 * @param v what stands for it in addresses
 * @param version what it was published as; none until then
 */
record DraftView(
        String v,
        String status,
        @Nullable Integer version,
        @Nullable String basedOn,
        @Nullable Integer backTo,
        String author,
        String note,
        Instant createdAt,
        Instant changedAt,
        int size,
        String sha256) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.name(),
                draft.state().name(),
                draft.version(),
                draft.basedOn(),
                draft.backTo(),
                draft.author(),
                draft.note(),
                draft.createdAt().toInstant(ZoneOffset.UTC),
                draft.changedAt().toInstant(ZoneOffset.UTC),
                draft.size(),
                draft.sha256());
    }
}
