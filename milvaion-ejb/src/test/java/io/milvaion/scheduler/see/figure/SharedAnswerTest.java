package io.milvaion.scheduler.see.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isAskedOnceForAllWhoComeWithinASecond() {
        var recent = new SharedAnswer<>(Duration.ofSeconds(1), asked::incrementAndGet, now::get);

        assertThat(recent.get()).isEqualTo(1);
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(recent.get()).isEqualTo(1);
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotKept() {
        var recent =
                new SharedAnswer<>(
                        Duration.ofSeconds(1),
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return "here";
                        },
                        now::get);

        assertThatThrownBy(recent::get).hasMessage("away");
        assertThat(recent.get()).isEqualTo("here");
    }
}
