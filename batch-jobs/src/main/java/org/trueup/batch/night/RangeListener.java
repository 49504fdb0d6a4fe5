package org.trueup.batch.night;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties a range before it is decided, so that it can be decided again, and tells how far the night is. */
final class RangeListener implements StepExecutionListener, ItemWriteListener<DecidedBatch> {
    private final NightRuns runs;
    private final RunningNights running;
    private final TransactionTemplate transaction;

    RangeListener(NightRuns runs, RunningNights running, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.running = running;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void beforeStep(StepExecution step) {
        TenantRange range = TenantRange.in(step.getExecutionContext());
        transaction.executeWithoutResult(status -> runs.clear(range));
    }

    @Override
    public void afterWrite(Chunk<? extends DecidedBatch> chunk) {
        for (DecidedBatch batch : chunk) {
            running.decided(batch.run(), batch.tenants().size());
        }
    }
}
