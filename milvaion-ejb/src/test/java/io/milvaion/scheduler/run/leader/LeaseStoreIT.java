package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseStoreIT {

    private final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void oneOfTwoGetsIt() {
        var store = store(Duration.ofSeconds(15), Duration.ofSeconds(15));

        assertThat(store.acquire("a", "a 1")).isTrue();
        assertThat(store.acquire("b", "b 1")).isFalse();
    }

    @Test
    void everybodySeesWhoHasItAndHowLongItWasSilent() throws Exception {
        var store = store(Duration.ofSeconds(15), Duration.ofSeconds(15));
        assertThat(store.holder()).isEmpty();

        store.acquire("a", "a 1");

        assertThat(store.holder().orElseThrow().node()).isEqualTo("a");
        assertThat(store.holder().orElseThrow().silent()).isLessThan(Duration.ofSeconds(5));
        redis.pool().pexpire(redis.keys().leader(), 8_000);
        assertThat(store.holder().orElseThrow().silent())
                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(12));
        store.release("a 1");
        redis.pool().rpush(redis.keys().leader(), "garbage");
        assertThat(store.holder()).isEmpty();
    }

    @Test
    void onlyTheHolderRenewsAndReleases() {
        var store = store(Duration.ofSeconds(15), Duration.ofSeconds(15));
        store.acquire("a", "a 1");

        assertThat(store.renew("b 1", "b 1")).isFalse();
        assertThat(store.release("b 1")).isFalse();
        assertThat(store.renew("a 1", "a 2")).isTrue();
        assertThat(store.release("a 2")).isTrue();
        assertThat(store.acquire("b", "b 1")).isTrue();
    }

    @Test
    void aKeyThatLivesLongerThanTheLeaseIsTakenWhenItsHolderIsSilent() {
        var store = store(Duration.ofMinutes(10), Duration.ZERO);
        store.acquire("a", "a 1");

        assertThat(store.acquire("b", "b 1")).isTrue();
        assertThat(store.renew("a 1", "a 1")).isFalse();
    }

    @Test
    void aNodeWhoseAnswerWasLostFindsThatItHoldsTheLease() {
        var store = store(Duration.ofSeconds(15), Duration.ofSeconds(15));
        store.acquire("a", "a 1");

        assertThat(store.acquire("a", "a 2")).isTrue();
        assertThat(store.renew("a 1", "a 1")).isFalse();
        assertThat(store.acquire("", " 1")).isFalse();
        assertThat(store.acquire("a 2", "a 2 1")).isFalse();
    }

    private LeaseStore store(Duration keyTtl, Duration lease) {
        return new LeaseStore(
                redis.pool(),
                redis.keys(),
                new LeaderSettings(keyTtl, lease, Duration.ofSeconds(-10), Duration.ofSeconds(1)));
    }
}
