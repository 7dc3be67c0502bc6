package io.milvaion.scheduler.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private static final Deed REFUSED =
            Deed.of("job.create").notDone(Deed.Outcome.REFUSED, 401, null);

    private long now;
    private final Repetitions repetitions = new Repetitions(() -> now);

    @Test
    void theFirstOfAKindAreWrittenAndTheRestIsCounted() {
        var alice = new Actor("alice", UUID.randomUUID(), null, "10.0.0.1", null);

        assertThat(written(alice, 100)).isEqualTo(10);
        assertThat(repetitions.ended()).as("within the minute").isEmpty();
        now += 61_000_000_000L;
        assertThat(repetitions.ended())
                .singleElement()
                .satisfies(counted -> assertThat(counted.deed().count()).isEqualTo(90));
        assertThat(written(alice, 1)).as("a new minute").isEqualTo(1);
    }

    @Test
    void strangersFromManyPlacesAreCountedTogether() {
        long written =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Actor.stranger("10.0." + i / 250 + "." + i % 250, null))
                        .filter(stranger -> repetitions.isToWrite(stranger, REFUSED))
                        .count();

        assertThat(written).isLessThan(200);
        now += 61_000_000_000L;
        assertThat(repetitions.ended())
                .extracting(counted -> counted.deed().count())
                .satisfies(
                        counts ->
                                assertThat(counts.stream().mapToLong(c -> c).sum() + written)
                                        .as("none is forgotten")
                                        .isEqualTo(10_000));
    }

    private long written(Actor actor, int times) {
        return IntStream.range(0, times).filter(i -> repetitions.isToWrite(actor, REFUSED)).count();
    }
}
