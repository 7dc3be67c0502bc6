package io.milvaion.scheduler.state.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueDepthTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void theLastAndTheFewestMessagesOfTenSecondsAreKnown() {
        var sights = new QueueSights();
        assertThat(sights.depth().last()).isEmpty();
        assertThat(sights.depth().fewest()).isEmpty();

        sights.seen(AT, 1).seen(AT.plusSeconds(5), 3).seen(AT.plusSeconds(12), 7);

        assertThat(sights.depth().last()).hasValue(7);
        assertThat(sights.depth().fewest()).hasValue(3);
    }

    @Test
    void sightsOfAnEmptyQueueAreRememberedForAQuarterOfAnHour() {
        var sights = new QueueSights().seen(AT, 0).seen(AT.plusSeconds(1), 0);
        var depth = sights.seen(AT.plusSeconds(60), 5).depth();

        assertThat(depth.wasEmptyBetween(AT.minusSeconds(1), AT)).isTrue();
        assertThat(depth.wasEmptyBetween(AT, AT.plusSeconds(60))).isFalse();
        assertThat(depth.wasEmptyBetween(AT.minusSeconds(9), AT.minusSeconds(1))).isFalse();

        sights.seen(AT.plusSeconds(1_000), 5);
        assertThat(depth.wasEmptyBetween(AT.minusSeconds(1), AT.plusSeconds(60))).isFalse();
    }
}
