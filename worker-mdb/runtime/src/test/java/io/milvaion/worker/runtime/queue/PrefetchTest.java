package io.milvaion.worker.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private final Prefetch prefetch = new Prefetch(10);

    @Test
    void isTheParallelismUntilSomethingWasMeasured() {
        assertThat(prefetch.count()).isEqualTo(10);
    }

    @Test
    void coversTheTimeThatReportsAndAcknowledgementsTake() {
        measured(20, 40);
        assertThat(prefetch.count()).isEqualTo(30); // 10 × (1 + 40 / 20)
    }

    @Test
    void isBoundedForJobsThatTakeNoTime() {
        measured(0, 40);
        assertThat(prefetch.count()).isEqualTo(510);
    }

    @Test
    void isExactlyTheParallelismForJobsLongerThanASecond() {
        measured(1_001, 5_000);
        assertThat(prefetch.count()).isEqualTo(10);
    }

    @Test
    void sparesAQuarterForRunsThatEndTogether() {
        measured(500, 8);
        assertThat(prefetch.count()).isEqualTo(13);
    }

    @Test
    void smallDifferencesAreNotWorthAChange() {
        measured(20, 40);
        assertThat(prefetch.tooFew(28)).isFalse();
        assertThat(prefetch.tooMany(40)).isFalse();
        assertThat(prefetch.tooFew(20)).isTrue();
        assertThat(prefetch.tooMany(60)).isTrue();
    }

    @Test
    void oneToSpareIsWorthAChange() {
        var two = new Prefetch(2);
        two.observeDuration(TimeUnit.MILLISECONDS.toNanos(500));
        two.observeSettling(TimeUnit.MILLISECONDS.toNanos(8));
        assertThat(two.tooFew(2)).isTrue();
        assertThat(two.tooFew(3)).isFalse();
    }

    private void measured(long meanMillis, long settleMillis) {
        prefetch.observeDuration(TimeUnit.MILLISECONDS.toNanos(meanMillis));
        prefetch.observeSettling(TimeUnit.MILLISECONDS.toNanos(settleMillis));
    }
}
