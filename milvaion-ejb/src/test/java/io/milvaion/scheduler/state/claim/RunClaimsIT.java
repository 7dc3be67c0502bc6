package io.milvaion.scheduler.state.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimField;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which attempt a claim speaks: one rule for those that read and those that cancel. */
class RunClaimsIT {

    private final TrackingScene scene = new TrackingScene();
    private final RunClaims claims = new RunClaims(scene.redis);
    private final CancelSignals signals = new CancelSignals(scene.redis);
    private final UUID run = UUID.randomUUID();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest(name = "a claim of attempt {0}, {1}, asked for attempt 2: {2}, {3}")
    @CsvSource({
        "1, received, false, false",
        "1, running,  false, false",
        "1, done,     false, false",
        "2, received, true,  false",
        "2, running,  true,  true",
        "2, done,     true,  true",
        "3, running,  true,  true",
        "3, done,     true,  true",
    })
    void claimOfAnOlderAttemptIsAsGoodAsNone(
            int attempt, String state, boolean read, boolean decides) {
        scene.claim(run, attempt, state, 20);
        var asked = new AttemptKey(run, 2);

        assertThat(claims.of(List.of(asked)).containsKey(run)).isEqualTo(read);
        assertThat(signals.prevent(List.of(asked), "x").contains(run)).isEqualTo(decides);
        assertThat(signals.isSet(run)).as("kept from starting").isNotEqualTo(decides);
        assertThat(signals.stop(asked, "x")).isEqualTo(decides);
        assertThat(signals.isSet(run)).isTrue();
    }

    @Test
    void garbageIsNoClaim() {
        scene.redis.pool().set(scene.redis.keys().claim(run), "nonsense");
        assertThat(claims.of(List.of(new AttemptKey(run, 1)))).isEmpty();

        scene.claim(run, 1, ClaimField.RUNNING, 20);
        scene.redis.pool().hset(scene.redis.keys().claim(run), ClaimField.ATTEMPT, "first");
        assertThat(signals.stop(new AttemptKey(run, 1), "x")).isFalse();
        assertThat(claims.of(List.of(new AttemptKey(run, 1)))).isEmpty();
    }
}
