package io.milvaion.scheduler.ground.redis;

import io.milvaion.platform.loop.Temporary;
import jakarta.ejb.ApplicationException;
import redis.clients.jedis.exceptions.JedisException;

/** Redis does not answer, told beyond an enterprise bean; its transaction is rolled back. */
@ApplicationException(rollback = true)
public class RedisUnavailable extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    public RedisUnavailable(JedisException cause) {
        super("Redis is not available: " + cause.getMessage(), cause);
    }
}
