package org.trueup.batch.night;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.trueup.batch.range.RangeClaims;

/** Asks in the transaction that notes a range as read to its end, which writes nothing, whether it is this program's still. */
record RangeFence(RangeClaims claims) implements ItemStream {

    @Override
    public void update(ExecutionContext range) {
        claims.verify(range, 0);
    }
}
