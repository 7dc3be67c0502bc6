package io.milvaion.scheduler.see.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.state.flow.QueueFlow;
import io.milvaion.scheduler.state.flow.RunQueue;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeCapacityTest {

    private static final RunQueue MAILS = new RunQueue("sendemail", null);
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    /** The guide's example: 3 workers of 10 slots, 2 s each, are 15 runs a second. */
    @Test
    void throughputIsSlotsByDuration() {
        var capacity = capacity(slots(3, 30), flow(600, 100, 200_000), OptionalDouble.empty());

        assertThat(capacity.throughputPerSecond()).isEqualTo(15);
        assertThat(capacity.meanMs()).isEqualTo(2_000);
        assertThat(capacity.arrivalsPerSecond()).isEqualTo(10);
        assertThat(capacity.utilisation()).isEqualTo(10.0 / 15);
        assertThat(capacity.need()).isNull();
    }

    @Test
    void whatWasNotMeasuredIsNotKnown() {
        var silent = capacity(slots(3, 30), null, OptionalDouble.of(5));
        assertThat(silent.meanMs()).isNull();
        assertThat(silent.p95Ms()).isNull();
        assertThat(silent.throughputPerSecond()).isNull();
        assertThat(silent.utilisation()).isNull();
        assertThat(silent.need()).isNull();

        var instant = capacity(slots(1, 10), flow(60, 5, 0), OptionalDouble.of(5));
        assertThat(instant.throughputPerSecond()).as("runs take no time").isNull();
        assertThat(instant.need().slots()).isEqualTo(1);
    }

    @Test
    void withoutWorkersNothingIsDoneAndOnlySlotsCanBeTold() {
        var capacity = capacity(Slots.NONE, flow(60, 10, 20_000), OptionalDouble.of(10));

        assertThat(capacity.throughputPerSecond()).isZero();
        assertThat(capacity.utilisation()).isNull();
        assertThat(capacity.need().slots()).isEqualTo(20);
        assertThat(capacity.need().workers()).isNull();
        assertThat(capacity.need().maxParallelJobs()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // per second, mean ms, workers, slots -> slots, workers, slots of each
        "15,  2000, 3, 30, 30, 3, 10",
        "15.1, 2000, 3, 30, 31, 4, 11",
        "50,  2000, 5, 100, 100, 5, 20",
        "0.001, 10, 1, 1, 1, 1, 1",
        "3, 100, 2, 3, 1, 1, 1",
        "100, 70, 2, 3, 7, 5, 4"
    })
    void targetIsReachedByWorkersOrBySlots(
            double rate, double mean, long workers, long slots, long need, long more, long each) {
        assertThat(TypeCapacity.need(rate, mean, slots(workers, slots)))
                .isEqualTo(new Need(rate, need, more, each));
    }

    @Test
    void aQueueIsEmptyInTimeIfWhatWaitsIsDoneBesideWhatComes() {
        var inTenSeconds = new CapacityTarget(null, NOW.plusSeconds(10));

        assertThat(inTenSeconds.rate(3, 200L, NOW)).hasValue(23);
        assertThat(inTenSeconds.rate(3, null, NOW)).as("nobody knows what waits").isEmpty();
        assertThat(new CapacityTarget(7.5, null).rate(3, null, NOW)).hasValue(7.5);
        assertThat(new CapacityTarget(null, null).rate(3, 200L, NOW)).isEmpty();
    }

    @Test
    void workersOfAGroupTakeAlsoWhatIsNotPinned() {
        var fast = new Slots("sendemail", "fast", 1, 5);
        var any = new Slots("sendemail", null, 1, 5);

        assertThat(fast.take(MAILS)).isTrue();
        assertThat(fast.take(new RunQueue("sendemail", "fast"))).isTrue();
        assertThat(any.take(new RunQueue("sendemail", "fast"))).isFalse();
        assertThat(any.take(new RunQueue("report", null))).isFalse();
    }

    private static TypeCapacity capacity(Slots has, QueueFlow flow, OptionalDouble rate) {
        return TypeCapacity.of(MAILS, has, flow, 0L, rate);
    }

    private static Slots slots(long workers, long slots) {
        return new Slots("sendemail", null, workers, slots);
    }

    private static QueueFlow flow(long published, long ended, long totalMs) {
        return new QueueFlow(
                "sendemail", null, published, published, ended, totalMs, Map.of(10, (int) ended));
    }
}
