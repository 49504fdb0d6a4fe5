package org.trueup.batch.night;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.infrastructure.item.Chunk;
import org.trueup.batch.range.RangeClaims;

/** Asks before each writing whether the range is this program's still, and tells how far the night is. */
final class RangeListener implements ItemWriteListener<DecidedBatch> {
    private final RangeClaims claims;
    private final RunningNights running;

    RangeListener(RangeClaims claims, RunningNights running) {
        this.claims = claims;
        this.running = running;
    }

    @Override
    public void beforeWrite(Chunk<? extends DecidedBatch> chunk) {
        StepContext step = StepSynchronizationManager.getContext();
        if (step == null) {
            throw new IllegalStateException("only steps write");
        }
        int tenants = chunk.getItems().stream()
                .mapToInt(batch -> batch.tenants().size())
                .sum();
        claims.verify(step.getStepExecution().getExecutionContext(), tenants);
    }

    @Override
    public void afterWrite(Chunk<? extends DecidedBatch> chunk) {
        for (DecidedBatch batch : chunk) {
            running.decided(batch.run(), batch.tenants().size());
        }
    }
}
