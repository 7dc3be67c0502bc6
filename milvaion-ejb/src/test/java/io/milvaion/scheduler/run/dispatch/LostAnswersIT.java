package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.platform.redis.LuaScript;
import io.milvaion.scheduler.state.index.RunIndex;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection to Redis is reset in the middle of a batch. */
class LostAnswersIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Of a job that was due three seconds ago: the next one comes within a second. */
    private static final int MORE_THAN_ARE_DUE = 5;

    private DispatcherScene scene;

    @BeforeEach
    void open() {
        scene = new DispatcherScene();
        for (var script : new String[] {"pop.lua", "register.lua", "complete.lua"}) {
            LuaScript.of(RunIndex.class, script).load(scene.tracking.redis.pool());
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "complete.lua, 1, false",
        "complete.lua, 1, true",
        "complete.lua, 3, false",
        "register.lua, 1, false",
        "register.lua, 1, true",
        "register.lua, 20, false", // more than the pool has connections
        "pop.lua, 1, false",
        "pop.lua, 1, true",
        "pop.lua, 3, true",
        "ZREM, 1, false",
        "ZREM, 1, true",
    })
    void theJobsOfTheBatchGoOnWithinTwoSeconds(String call, int times, boolean made)
            throws Exception {
        var job = scene.job(3);
        scene.proxy.lose(word(call), times, made);

        await().atMost(LIMIT)
                .until(
                        () -> {
                            scene.round();
                            return scene.runs(job).size() >= MORE_THAN_ARE_DUE;
                        });

        assertThat(scene.proxy.toLose()).isZero();
        await().atMost(LIMIT).until(() -> readyOf(scene) == 0);
    }

    @Test
    void whenRedisIsBackWhatWasInHandIsDoneAtOnce() throws Exception {
        var job = scene.job(3);
        scene.proxy.lose(word("complete.lua"), Integer.MAX_VALUE, false);
        scene.round();
        await().atMost(LIMIT).until(() -> scene.proxy.toLose() < Integer.MAX_VALUE - 3);
        scene.proxy.cut();
        scene.round();

        int before = scene.runs(job).size();
        scene.proxy.lose("", 0, false);
        scene.proxy.mend();

        await().atMost(LIMIT)
                .until(
                        () -> {
                            scene.round();
                            return scene.runs(job).size() > before;
                        });
    }

    private static String word(String call) {
        return call.endsWith(".lua") ? LuaScript.of(RunIndex.class, call).sha1() : call;
    }

    private static long readyOf(DispatcherScene scene) {
        return scene.tracking.redis.pool().zcard(scene.tracking.redis.keys().ready());
    }
}
