package io.milvaion.scheduler.state.index;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The index as something to show lists from, which would cost PostgreSQL too much. It has an answer
 * only while the index is whole: not without Redis, and after Redis has lost data not until the
 * leader has rebuilt the index. Each answer is one round trip.
 */
@ApplicationScoped
public class WholeIndex {

    /** Jobs that are being dispatched and are read with those planned next, at most. */
    private static final int DISPATCHING = 100;

    private Redis redis;
    private RedisKeys keys;

    protected WholeIndex() {} // for the container's proxy

    @Inject
    public WholeIndex(Redis redis) {
        this.redis = redis;
        this.keys = redis.keys();
    }

    /**
     * Says that the index has been rebuilt.
     *
     * @param generation the generation before the rebuild began: if Redis has lost data again since
     *     then, this says nothing
     */
    public void rebuilt(String generation) {
        redis.pool().set(keys.rebuilt(), generation);
    }

    /** Says that something in the index was lost: the leader rebuilds it. */
    public void lost() {
        redis.pool().del(keys.rebuilt());
    }

    /** Whether the index must be rebuilt. What says so is in Redis: it outlives the leader. */
    public boolean isLost() {
        try {
            var both = redis.pool().mget(keys.generation(), keys.rebuilt());
            return !whole(both.get(0), both.get(1));
        } catch (JedisDataException e) { // no text
            return true;
        }
    }

    /**
     * Jobs among which are those that are planned next, in no order; jobs that a batch holds at
     * this moment are due, and among them.
     *
     * @param limit how many of the next ones, 1 or more
     * @return empty if the index is not whole
     */
    public Optional<List<UUID>> nextJobs(int limit) {
        try (var pipeline = redis.pool().pipelined()) {
            var generation = pipeline.get(keys.generation());
            var rebuilt = pipeline.get(keys.rebuilt());
            var planned = pipeline.zrange(keys.schedule(), 0, limit - 1);
            var dispatching = pipeline.zrange(keys.dispatching(), 0, DISPATCHING - 1);
            pipeline.sync();
            return whole(generation.get(), rebuilt.get())
                    ? Optional.of(ids(Stream.of(planned.get(), dispatching.get())))
                    : Optional.empty();
        } catch (JedisException e) {
            return unknown(e);
        }
    }

    /**
     * All runs that are not final, in no order, and some that have just ended.
     *
     * @param most how many to read at most
     * @return empty if the index is not whole or there are more
     */
    public Optional<List<UUID>> openRuns(int most) {
        try (var pipeline = redis.pool().pipelined()) {
            var generation = pipeline.get(keys.generation());
            var rebuilt = pipeline.get(keys.rebuilt());
            var open = pipeline.zrange(keys.open(), 0, most);
            pipeline.sync();
            return whole(generation.get(), rebuilt.get()) && open.get().size() <= most
                    ? Optional.of(ids(Stream.of(open.get())))
                    : Optional.empty();
        } catch (JedisException e) {
            return unknown(e);
        }
    }

    /**
     * Runs that are not final, those first that were published, held or put off longest ago, and
     * some that have just ended.
     *
     * @return empty if the index is not whole
     */
    public Optional<List<UUID>> longestOpen(int limit) {
        try (var pipeline = redis.pool().pipelined()) {
            var generation = pipeline.get(keys.generation());
            var rebuilt = pipeline.get(keys.rebuilt());
            var open = pipeline.zrange(keys.open(), 0, limit - 1);
            pipeline.sync();
            return whole(generation.get(), rebuilt.get())
                    ? Optional.of(ids(Stream.of(open.get())))
                    : Optional.empty();
        } catch (JedisException e) {
            return unknown(e);
        }
    }

    private static boolean whole(String generation, String rebuilt) {
        return generation != null && generation.equals(rebuilt);
    }

    private static List<UUID> ids(Stream<List<String>> members) {
        return members.flatMap(List::stream)
                .flatMap(member -> Members.id(member).stream())
                .distinct()
                .toList();
    }

    private static Optional<List<UUID>> unknown(JedisException e) {
        System.getLogger(WholeIndex.class.getName())
                .log(System.Logger.Level.DEBUG, "lists do without the index", e);
        return Optional.empty();
    }
}
