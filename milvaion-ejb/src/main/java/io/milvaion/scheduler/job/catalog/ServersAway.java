package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.redis.RedisUnavailable;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Turns what a server that is away makes of a call into an application exception. Any other one the
 * container writes into its log, with its stack, for every single call.
 */
public class ServersAway {

    @AroundInvoke
    Object translate(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        } catch (PersistenceException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(PersistenceException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Database.translated(sql);
            }
        }
        return e;
    }
}
