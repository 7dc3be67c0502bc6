package io.milvaion.bench.raw;

import io.milvaion.contract.ClaimScript;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.scheduler.state.index.RunIndex;
import redis.clients.jedis.UnifiedJedis;

/** The scripts of the scheduler and the worker that a drain calls, loaded into Redis. */
enum Script {
    POP(RunIndex.class, "pop.lua"),
    REGISTER(RunIndex.class, "register.lua"),
    COMPLETE(RunIndex.class, "complete.lua"),
    CLAIM(ClaimScript.class, ClaimScript.CLAIM.resource()),
    DONE(ClaimScript.class, ClaimScript.DONE.resource());

    private final Class<?> owner;
    private final String resource;

    Script(Class<?> owner, String resource) {
        this.owner = owner;
        this.resource = resource;
    }

    /** Returns its SHA-1. */
    String load(UnifiedJedis redis) {
        var script = LuaScript.of(owner, resource);
        script.load(redis);
        return script.sha1();
    }
}
