package io.milvaion.worker.runtime.job;

import static io.milvaion.contract.OccurrenceState.CANCELLED;
import static io.milvaion.contract.OccurrenceState.COMPLETED;
import static io.milvaion.contract.OccurrenceState.FAILED;
import static io.milvaion.contract.OccurrenceState.TIMED_OUT;
import static io.milvaion.worker.runtime.JobMessageBuilder.aJobMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.LogMessage;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    private final List<LogMessage.Line> lines = new ArrayList<>();
    private final Execution running =
            new Execution(
                    aJobMessage("t", UUID.randomUUID()).attempt(2).build(),
                    new JobDataReader(null, WorkerSecrets.NONE),
                    InstantSource.fixed(Instant.EPOCH),
                    lines::add);

    @Test
    void nullIsAnEmptyResult() {
        var outcome = running.run(context -> null);
        assertThat(outcome.state()).isEqualTo(COMPLETED);
        assertThat(outcome.result()).isNull();
    }

    @Test
    void anInterruptedJobIsCancelledAndItsThreadIsCleanAgain() {
        var outcome =
                running.run(
                        context -> {
                            running.stop(StopReason.CANCELLED);
                            new CountDownLatch(1).await();
                            return JobResult.empty();
                        });
        assertThat(outcome.state()).isEqualTo(CANCELLED);
        assertThat(outcome.error()).isNull();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aJobThatWasToldAndReturnsHasStopped() {
        var outcome =
                running.run(
                        context -> {
                            running.stop(StopReason.TIMED_OUT);
                            return JobResult.of(context.cancelled() ? "half" : "whole");
                        });
        assertThat(outcome.state()).isEqualTo(TIMED_OUT);
        assertThat(outcome.result()).isEqualTo("half");
        assertThat(outcome.error()).contains("longer");
    }

    @Test
    void aJobThatCompletesWithoutNoticingHasCompleted() {
        var outcome =
                running.run(
                        context -> {
                            running.stop(StopReason.CANCELLED);
                            return JobResult.of("whole");
                        });
        assertThat(outcome.state()).isEqualTo(COMPLETED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aStopBeforeTheStartReachesTheJob() {
        running.stop(StopReason.CANCELLED);
        var outcome =
                running.run(
                        context -> {
                            context.checkCancelled();
                            return JobResult.empty();
                        });
        assertThat(outcome.state()).isEqualTo(CANCELLED);
    }

    @Test
    void aStopAfterTheEndChangesNothing() {
        running.run(context -> JobResult.empty());
        running.stop(StopReason.CANCELLED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aPermanentFailureIsFoundInsideWhatAContainerWrapsAroundIt() {
        var outcome =
                running.run(
                        context -> {
                            throw new IllegalStateException(new PermanentJobException("never"));
                        });
        assertThat(outcome.state()).isEqualTo(FAILED);
        assertThat(outcome.permanent()).isTrue();
        assertThat(outcome.errorType()).isEqualTo(PermanentJobException.class.getName());
    }

    @Test
    void anErrorOfTheJobIsAFailureNotTheEndOfTheThread() {
        var outcome =
                running.run(
                        context -> {
                            throw new StackOverflowError();
                        });
        assertThat(outcome.state()).isEqualTo(FAILED);
        assertThat(outcome.permanent()).isFalse();
    }

    @Test
    void theLogEndsWithAMarkAfterAThousandLines() {
        running.run(
                context -> {
                    for (int i = 0; i < 3_000; i++) {
                        context.info("line " + i);
                    }
                    return JobResult.empty();
                });
        assertThat(lines).hasSize(1_000);
        assertThat(lines).extracting(LogMessage.Line::seq).startsWith(1, 2, 3).endsWith(1_000);
        assertThat(lines.get(998).message()).isEqualTo("line 998");
        assertThat(lines.get(999).message()).contains("cut");
    }

    @Test
    void theLogEndsWithAMarkAfterAMebibyte() {
        running.run(
                context -> {
                    for (int i = 0; i < 100; i++) {
                        context.warn("x".repeat(20_000));
                    }
                    return JobResult.empty();
                });
        assertThat(lines).hasSize(53);
        assertThat(lines.get(52).message()).contains("cut");
    }

    @Test
    void whatIsLoggedAfterTheEndIsDropped() {
        running.run(context -> JobResult.empty());
        running.info("late");
        assertThat(lines).isEmpty();
    }

    @Test
    void progressStaysBetweenNoneAndAll() {
        running.progress(-5, null);
        assertThat(running.takeProgress()).isEqualTo(new JobProgress(0, null));
        running.progress(500, "over");
        assertThat(running.takeProgress()).isEqualTo(new JobProgress(100, "over"));
        assertThat(running.takeProgress()).isNull();
    }
}
