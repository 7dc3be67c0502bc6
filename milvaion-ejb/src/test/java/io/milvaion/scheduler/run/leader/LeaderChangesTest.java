package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.run.leader.LeaseStore.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaderChangesTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final LeaderChanges changes = new LeaderChanges();

    @Test
    void aLeaderThatStaysIsNoChange() {
        assertThat(changes.seen(holder("a", 1), at(0))).isFalse();
        assertThat(changes.seen(holder("a", 1), at(1))).isFalse();
        assertThat(changes.seen(Optional.empty(), at(2))).isFalse();
        assertThat(changes.seen(holder("a", 1), at(3))).isFalse();
    }

    @Test
    void aNewTermOfTheSameNodeIsAChange() {
        changes.seen(holder("a", 1), at(0));

        assertThat(changes.seen(holder("a", 2), at(1))).isTrue();
    }

    @Test
    void aRollingRestartIsNotTooOften() {
        changes.seen(holder("a", 1), at(0));
        changes.seen(holder("b", 2), at(10));
        changes.seen(holder("c", 3), at(20));
        changes.seen(holder("d", 4), at(30));

        assertThat(changes.tooMany(at(30))).isEmpty();
    }

    @Test
    void leadershipThatGoesRoundIsSaidUntilItHasStayed() {
        for (int term = 0; term <= 4; term++) {
            changes.seen(holder(term % 2 == 0 ? "a" : "b", term), at(5L * term));
        }

        assertThat(changes.tooMany(at(20)))
                .contains("4 terms have begun within a minute, the last one of a");
        assertThat(changes.tooMany(at(65))).isPresent();
        assertThat(changes.tooMany(at(66))).isEmpty();
    }

    private static Optional<Holder> holder(String node, int term) {
        return Optional.of(new Holder(node, Integer.toString(term), Duration.ZERO));
    }

    private static Instant at(long seconds) {
        return BEGIN.plusSeconds(seconds);
    }
}
