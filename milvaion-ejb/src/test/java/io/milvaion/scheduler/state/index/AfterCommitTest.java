package io.milvaion.scheduler.state.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class AfterCommitTest {

    private final AfterCommit afterCommit = new AfterCommit();
    private final List<String> made = new ArrayList<>();

    @Test
    void aCallThatIsAnsweredIsMadeOnce() {
        afterCommit.call(() -> made.add("a"));
        afterCommit.step();

        assertThat(made).containsExactly("a");
    }

    @Test
    void aCallWithoutAnAnswerIsRepeatedWithLongerAndLongerRests() {
        afterCommit.call(answeredAfter(8, "a"));

        var rests = new ArrayList<Long>();
        while (made.isEmpty()) {
            rests.add(afterCommit.step().toMillis());
        }

        assertThat(rests).containsExactly(50L, 100L, 200L, 400L, 800L, 1_000L, 1_000L, 1_000L);
        afterCommit.call(answeredAfter(2, "b"));
        assertThat(afterCommit.step()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whileRedisIsAwayCallsWaitWithoutBeingTriedEach() {
        var tries = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            afterCommit.call(
                    () -> {
                        tries.incrementAndGet();
                        throw new JedisConnectionException("refused");
                    });
        }

        assertThat(tries).hasValue(1);
    }

    @Test
    void oneThatRedisRefusesForEverHoldsUpNoOther() {
        afterCommit.call(
                () -> {
                    throw new JedisDataException("WRONGTYPE");
                });
        afterCommit.call(() -> made.add("a"));
        afterCommit.call(() -> made.add("b"));

        afterCommit.step();
        afterCommit.step();

        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void theEndTriesOnceMore() {
        afterCommit.call(answeredAfter(1, "a"));
        afterCommit.call(() -> made.add("b"));

        afterCommit.end();

        assertThat(made).containsExactly("a", "b");
    }

    private Runnable answeredAfter(int failures, String name) {
        var left = new AtomicInteger(failures + 1);
        return () -> {
            if (left.decrementAndGet() > 0) {
                throw new JedisConnectionException("reset");
            }
            made.add(name);
        };
    }
}
