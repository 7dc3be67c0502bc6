package io.milvaion.bench.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.RedisClient;

/** The scripts of the scheduler and the worker that a drain calls, loaded into Redis. */
enum Script {
    POP("scheduler/state/index/pop.lua"),
    REGISTER("scheduler/state/index/register.lua"),
    COMPLETE("scheduler/state/index/complete.lua"),
    CLAIM("worker/runtime/claim/claim.lua"),
    DONE("worker/runtime/claim/done.lua");

    private final String path;

    Script(String path) {
        this.path = "/io/milvaion/" + path;
    }

    /** Returns its SHA-1. */
    String load(RedisClient redis) {
        try (InputStream in = Script.class.getResourceAsStream(path)) {
            return redis.scriptLoad(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
