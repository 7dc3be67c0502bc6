package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.run.leader.LeaseStore.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastRenewalTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final LastRenewal last = new LastRenewal(Duration.ofMillis(2_500), BEGIN);

    @Test
    void aLeaderThatRenewsIsNotMissed() {
        last.seen(holder("a", 900), at(60_000));

        assertThat(last.missing(at(60_000))).isEmpty();
    }

    @Test
    void aDeadLeaderIsMissedByNameFromItsLastRenewalOn() {
        last.seen(holder("a", 2_400), at(60_000));
        assertThat(last.missing(at(60_000))).isEmpty();

        last.seen(holder("a", 2_900), at(60_500));

        assertThat(last.missing(at(60_500)))
                .contains("none since 2026-01-01T00:00:57.600Z: a has not renewed its lease");
    }

    @Test
    void aLeaseThatNobodyTakesIsMissedToo() {
        last.seen(holder("a", 100), at(10_100));
        last.seen(Optional.empty(), at(11_000));
        assertThat(last.missing(at(11_000))).isEmpty();

        last.seen(Optional.empty(), at(12_500));

        assertThat(last.missing(at(12_500)))
                .contains("none since 2026-01-01T00:00:10Z: a led last, and no other leads");
    }

    @Test
    void beforeTheFirstElectionNodesAreWaitedForAsLong() {
        last.seen(Optional.empty(), at(2_000));
        assertThat(last.missing(at(2_000))).isEmpty();
        assertThat(last.missing(at(2_500))).get().asString().endsWith("no node has led yet");
    }

    @Test
    void nobodyIsKnownToLeadWhileRedisDoesNotAnswer() {
        last.seen(holder("a", 0), at(1_000));
        last.notSeen("Redis does not answer");

        assertThat(last.missing(at(3_000))).isEmpty();
        assertThat(last.missing(at(3_500)))
                .contains("none since 2026-01-01T00:00:01Z: Redis does not answer");
    }

    @Test
    void anotherThatLeadsEndsIt() {
        last.seen(holder("a", 9_000), at(20_000));
        assertThat(last.missing(at(20_000))).isPresent();

        last.seen(holder("b", 10), at(20_500));

        assertThat(last.missing(at(20_500))).isEmpty();
    }

    private static Optional<Holder> holder(String node, long silentMillis) {
        return Optional.of(new Holder(node, "1", Duration.ofMillis(silentMillis)));
    }

    private static Instant at(long millis) {
        return BEGIN.plusMillis(millis);
    }
}
