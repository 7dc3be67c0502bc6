package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.instance.WorkerFixture.job;
import static io.milvaion.worker.runtime.instance.WorkerFixture.message;
import static io.milvaion.worker.runtime.instance.WorkerFixture.secondCopy;
import static io.milvaion.worker.runtime.instance.WorkerFixture.settings;
import static io.milvaion.worker.runtime.instance.WorkerFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.sdk.JobResult;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages without a claim that may be about runs which have ended long ago. */
@Timeout(60)
class DoubtIT {

    @RegisterExtension static final TestRedis redis = new TestRedis();
    @RegisterExtension static final TestBroker broker = new TestBroker();
    @RegisterExtension final WorkerFixture fixture = new WorkerFixture(redis::port, broker::port);

    private final UUID id = UUID.randomUUID();
    private final String type = "t" + id;
    private final WorkerStatistics statistics = new WorkerStatistics();
    private final List<UUID> executed = new CopyOnWriteArrayList<>();
    private Worker worker;

    @BeforeEach
    void connect() throws Exception {
        fixture.declare(type);
    }

    private void startWorker(int port) {
        worker =
                fixture.startWorker(
                        port,
                        settings(2),
                        statistics,
                        job(
                                type,
                                2,
                                context -> {
                                    executed.add(context.occurrenceId());
                                    return JobResult.empty();
                                }));
    }

    @Test
    void nobodyIsAskedAboutAMessageWithoutDoubt() throws Exception {
        startWorker(broker.port());

        fixture.publish(message(type, id, 1, null));
        fixture.awaitEnd(id, 1);

        assertThat(fixture.questions).isEmpty();
        assertThat(statistics.doubts()).isZero();
    }

    @Test
    void aDoubtfulMessageRunsWhenTheSchedulerSaysThatItsRunStillWaits() throws Exception {
        startWorker(broker.port());

        fixture.publish(secondCopy(type, id, 3));

        assertThat(fixture.awaitEnd(id, 3).state()).isEqualTo(OccurrenceState.COMPLETED);
        assertThat(fixture.questions).containsExactly(new Question(id, 3));
        assertThat(statistics.doubts()).isEqualTo(1);
    }

    @Test
    void aDoubtfulMessageIsDroppedWhenItsRunWaitsNoMore() throws Exception {
        fixture.verdict = question -> !question.occurrenceId().equals(id);
        startWorker(broker.port());
        var next = UUID.randomUUID();

        fixture.publish(secondCopy(type, id, 1));
        fixture.publish(secondCopy(type, next, 1));

        fixture.awaitEnd(next, 1);
        worker.stop();
        soon().until(() -> fixture.ready(type) == 0); // nothing was left to be delivered again
        assertThat(executed).containsExactly(next);
        assertThat(fixture.redis.pool().exists(fixture.redis.keys().claim(id))).isFalse();
    }

    @Test
    void withoutAnAnswerTheMessageIsKeptOthersRunAndTheQuestionIsRepeated() throws Exception {
        fixture.verdict = question -> fixture.questions.size() < 2 ? null : true;
        startWorker(broker.port());
        var sure = UUID.randomUUID();

        fixture.publish(secondCopy(type, id, 1));
        soon().until(() -> fixture.questions.size() == 1);
        fixture.publish(message(type, sure, 1, null));
        fixture.awaitEnd(sure, 1);

        assertThat(executed).containsExactly(sure);
        assertThat(fixture.redis.pool().exists(fixture.redis.keys().claim(id))).isFalse();
        fixture.awaitEnd(id, 1);
        assertThat(fixture.questions).hasSize(2);
    }

    @Test
    void aDoubtOutlivesALostConnectionAndItsMessageRunsOnce() throws Exception {
        fixture.verdict = question -> null;
        try (var proxy = new TestProxy(broker.port())) {
            startWorker(proxy.port());
            fixture.publish(secondCopy(type, id, 1));
            soon().until(() -> fixture.questions.size() == 1);

            proxy.cut();
            soon().until(() -> fixture.ready(type) == 1);
            fixture.verdict = question -> true;
            proxy.mend();

            fixture.awaitEnd(id, 1);
            worker.stop();
            soon().until(() -> fixture.ready(type) == 0);
            assertThat(executed).containsExactly(id);
        }
    }
}
