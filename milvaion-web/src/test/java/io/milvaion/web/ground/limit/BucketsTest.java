package io.milvaion.web.ground.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow
    private final Buckets buckets = new Buckets(10, 20, clock::get);

    @Test
    void asManyAsTheBucketHoldsAreGrantedAtOnce() {
        for (int left = 19; left >= 0; left--) {
            var taken = buckets.take("ada");
            assertThat(taken.granted()).isTrue();
            assertThat(taken.left()).isEqualTo(left);
        }

        var refused = buckets.take("ada");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.waitSeconds()).isEqualTo(1);
        assertThat(refused.fullAfterSeconds()).isEqualTo(2);
        assertThat(buckets.take("bob").granted()).as("others have their own").isTrue();
    }

    @Test
    void itFillsAtTheRateAndNoFurtherThanItsSize() {
        drain("ada");

        pass(Duration.ofMillis(100));
        assertThat(buckets.take("ada").granted()).isTrue();
        assertThat(buckets.take("ada").granted()).isFalse();
        pass(Duration.ofMillis(99));
        assertThat(buckets.take("ada").granted()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(IntStream.range(0, 100).filter(i -> buckets.take("ada").granted())).hasSize(20);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        drain("ada");

        IntStream.range(0, 1_000).forEach(i -> buckets.take("ada"));
        pass(Duration.ofMillis(100));

        assertThat(buckets.take("ada").granted()).isTrue();
    }

    @Test
    void manyAtOnceGetNoMore() {
        var granted =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> buckets.take("ada").granted()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(Predicate.isEqual(true));

        assertThat(granted).hasSize(20);
    }

    @Test
    void strangersWithoutNumberFillNoMemory() {
        drain("ada");
        for (int i = 0; i < 120_000; i++) {
            buckets.take("stranger " + i);
            if (i % 1_000 == 0) {
                buckets.take("ada");
            }
        }

        assertThat(buckets.kept()).isEqualTo(50_000);
        assertThat(buckets.take("ada").granted()).as("who goes on asking is remembered").isFalse();
    }

    private void drain(String payer) {
        IntStream.range(0, 20).forEach(i -> buckets.take(payer));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
