package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Closing what a killed program left open, while workers that know nothing of it are at it still. */
class NightExecutionsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final int RUN = 7;

    private final JobRepository repository = CONTEXT.bean(JobRepository.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void aRangeThatAWorkerBeginsAgainJustBeforeIsClosedToo() {
        long killed = killedNight();
        JobRepository racing = withAWorkerJustBeforeTheNightIsStopped(killed);

        new NightExecutions(racing).goOn(RUN);

        JobExecution closed = repository.getJobExecution(killed);
        assertThat(closed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(closed.getStepExecutions())
                .extracting(StepExecution::getStatus)
                .containsExactly(BatchStatus.FAILED);
    }

    /** One whose only range a worker has noted as failed. */
    private long killedNight() {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", (long) RUN).toJobParameters();
        JobInstance night = repository.createJobInstance("night", parameters);
        JobExecution execution = repository.createJobExecution(night, parameters, new ExecutionContext());
        StepExecution range = repository.createStepExecution("decide:range0", execution);
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
        range.setStatus(BatchStatus.FAILED);
        repository.update(range);
        return execution.getId();
    }

    private JobRepository withAWorkerJustBeforeTheNightIsStopped(long night) {
        AtomicBoolean begun = new AtomicBoolean();
        return (JobRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobRepository.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("update")
                            && arguments[0] instanceof JobExecution
                            && begun.compareAndSet(false, true)) {
                        beginRange(night);
                    }
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void beginRange(long night) {
        StepExecution range =
                repository.getJobExecution(night).getStepExecutions().iterator().next();
        range.setStatus(BatchStatus.STARTING);
        repository.update(range);
    }
}
