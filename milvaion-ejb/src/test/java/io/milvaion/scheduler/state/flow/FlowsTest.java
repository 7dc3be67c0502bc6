package io.milvaion.scheduler.state.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowsTest {

    private static final RunQueue MAILS = new RunQueue("sendemail", null);

    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(25).toNanos());
    private final Flows flows = new Flows(now::get);

    @Test
    void ratesAreOfTheLastMinuteAndDurationsOfTheLastFive() {
        flows.published(MAILS, 40);
        flows.started(MAILS);
        flows.ended(MAILS, 100);
        pass(90);
        flows.published(MAILS, 2);
        flows.ended(MAILS, 300);

        var seen = only();
        assertThat(seen.published()).isEqualTo(2);
        assertThat(seen.started()).isZero();
        assertThat(seen.ended()).isEqualTo(2);
        assertThat(seen.totalMs()).isEqualTo(400);

        pass(240);
        assertThat(only().ended()).isEqualTo(1);
    }

    @Test
    void aQueueThatNothingGoesThroughIsForgotten() {
        flows.published(MAILS, 1);
        pass(290);
        assertThat(flows.read()).hasSize(1);
        pass(20);
        assertThat(flows.read()).isEmpty();
    }

    @Test
    void queuesOfOneTypeAreToldApartByTheirGroups() {
        flows.published(MAILS, 1);
        flows.published(new RunQueue("sendemail", "fast"), 2);

        assertThat(flows.read())
                .extracting(flow -> flow.queue().name(), QueueFlow::published)
                .containsExactlyInAnyOrder(
                        tuple("jobs.sendemail.wildcard", 1L),
                        tuple("jobs.fast.sendemail.wildcard", 2L));
    }

    @Test
    void noMoreThanAHundredQueuesAreCounted() {
        for (int i = 0; i < 150; i++) {
            flows.published(new RunQueue("type" + i, null), 1);
        }
        assertThat(flows.read()).hasSize(100);
    }

    @Test
    void whatTwoNodesHaveSeenAddsUp() {
        flows.published(MAILS, 3);
        for (int i = 0; i < 90; i++) {
            flows.ended(MAILS, 50);
        }
        var other = new Flows(now::get);
        for (int i = 0; i < 10; i++) {
            other.ended(MAILS, 4_000);
        }

        var both = only().plus(other.read().get(0));

        assertThat(both.published()).isEqualTo(3);
        assertThat(both.ended()).isEqualTo(100);
        assertThat(both.totalMs()).isEqualTo(44_500);
        assertThat(Spread.quantile(both.spread(), 0.5)).isCloseTo(50, within(5L));
        assertThat(Spread.quantile(both.spread(), 0.95)).isCloseTo(4_000, within(400L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 100, 12_345, 3_600_000, 5_000_000_000L})
    void aQuantileIsExactToATenth(long milliseconds) {
        Map<Integer, Integer> one = new HashMap<>();
        one.put(Spread.stepOf(milliseconds), 1);

        assertThat((double) Spread.quantile(one, 0.95))
                .isCloseTo((double) milliseconds, within(Math.max(0.5, 0.1 * milliseconds)));
    }

    private QueueFlow only() {
        assertThat(flows.read()).hasSize(1);
        return flows.read().get(0);
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
