package io.milvaion.worker.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.LogLevel;
import io.milvaion.worker.sdk.PermanentJobException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SampleJobsTest {

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> percents = new ArrayList<>();
    private boolean cancelled;

    @Test
    void helloGreetsTheWorldUnlessItKnowsAName() {
        assertThat(new HelloJob().execute(with(new HelloJob.Data(null))).text())
                .isEqualTo("Hello, world!");
        assertThat(new HelloJob().execute(with(new HelloJob.Data("Ada"))).text())
                .isEqualTo("Hello, Ada!");
        assertThat(lines).contains("Hello, world!", "Hello, Ada!");
    }

    @Test
    void flakyFailsAlwaysOrNeverWhenAskedTo() {
        assertThatThrownBy(() -> new FlakyJob().execute(with(new FlakyJob.Data(1.0))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(new FlakyJob().execute(with(new FlakyJob.Data(0.0))).text()).contains("lucky");
    }

    @Test
    void dataThatMakesNoSenseIsNotRetried() {
        assertThatThrownBy(() -> new FlakyJob().execute(with(new FlakyJob.Data(1.5))))
                .isInstanceOf(PermanentJobException.class);
        assertThatThrownBy(() -> new SleepJob().execute(with(new SleepJob.Data(-1L))))
                .isInstanceOf(PermanentJobException.class);
        assertThatThrownBy(() -> new LonghaulJob().execute(with(new LonghaulJob.Data(0, 1))))
                .isInstanceOf(PermanentJobException.class);
    }

    @Test
    void longhaulTellsEachStep() throws Exception {
        new LonghaulJob().execute(with(new LonghaulJob.Data(4, 1)));
        assertThat(percents).containsExactly(25, 50, 75, 100);
        assertThat(lines).hasSize(4);
    }

    @Test
    void longhaulStopsWhenItIsCancelled() {
        cancelled = true;
        assertThatThrownBy(() -> new LonghaulJob().execute(with(new LonghaulJob.Data(4, 1))))
                .isInstanceOf(InterruptedException.class);
        assertThat(percents).isEmpty();
    }

    private JobContext with(Object data) {
        return new JobContext() {
            @Override
            public UUID occurrenceId() {
                return new UUID(0, 1);
            }

            @Override
            public UUID jobId() {
                return new UUID(0, 2);
            }

            @Override
            public String jobName() {
                return "sample";
            }

            @Override
            public int attempt() {
                return 1;
            }

            @Override
            public Instant plannedAt() {
                return Instant.EPOCH;
            }

            @Override
            public boolean manual() {
                return false;
            }

            @Override
            public String triggeredBy() {
                return null;
            }

            @Override
            public <T> T data(Class<T> type) {
                return type.cast(data);
            }

            @Override
            public String dataText() {
                return "{}";
            }

            @Override
            public void log(LogLevel level, String message) {
                lines.add(message);
            }

            @Override
            public void progress(int percent, String text) {
                percents.add(percent);
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }

            @Override
            public void checkCancelled() throws InterruptedException {
                if (cancelled) {
                    throw new InterruptedException();
                }
            }
        };
    }
}
