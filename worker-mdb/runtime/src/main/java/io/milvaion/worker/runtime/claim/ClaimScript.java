package io.milvaion.worker.runtime.claim;

import io.milvaion.platform.redis.LuaScript;

/** The steps of a claim. Each may be repeated when its answer was lost. */
enum ClaimScript {
    CLAIM("claim.lua"),
    START("start.lua"),
    RENEW("renew.lua"),
    DONE("done.lua"),
    DROP("drop.lua");

    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
    private final LuaScript script;

    ClaimScript(String resource) {
        script = LuaScript.of(ClaimScript.class, resource);
    }

    LuaScript script() {
        return script;
    }
}
