package io.milvaion.platform.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A script that Redis runs atomically, called by its SHA-1. Redis forgets scripts when it restarts:
 * {@link #call} loads it again; whoever uses it in a pipeline calls {@link #load} on a {@code
 * NOSCRIPT} answer and repeats (a script that was not found has changed nothing).
 */
public record LuaScript(String text, String sha1) {

    /** Reads a script from the resources beside {@code owner}. */
    public static LuaScript of(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + owner);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new LuaScript(text, sha1Of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Object call(UnifiedJedis redis, List<String> keys, List<String> args) {
        try {
            return redis.evalsha(sha1, keys, args);
        } catch (JedisNoScriptException e) {
            return redis.eval(text, keys, args);
        }
    }

    /** Adds a call to a pipeline. */
    public Response<Object> call(AbstractPipeline pipeline, List<String> keys, List<String> args) {
        return pipeline.evalsha(sha1, keys, args);
    }

    public void load(UnifiedJedis redis) {
        redis.scriptLoad(text);
    }

    private static String sha1Of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
