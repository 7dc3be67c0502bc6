package io.milvaion.scheduler.state.index;

import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.ZAddParams;

/**
 * The index as somebody sees it who doubts it: what is missing, what should not be there, and keys
 * of a wrong type. Every method but {@link #each} is one round trip.
 */
public final class IndexAudit {

    private static final LuaScript MISSING = LuaScript.of(IndexAudit.class, "missing.lua");
    private static final LuaScript UNPLANNED = LuaScript.of(IndexAudit.class, "unplanned.lua");
    private static final LuaScript DROP = LuaScript.of(IndexAudit.class, "drop.lua");
    private static final int PAGE = 500;

    private final Redis redis;

    public IndexAudit(Redis redis) {
        this.redis = redis;
    }

    /** Removes keys that are no sorted sets: every script would fail on them. */
    public Set<IndexSet> removeWrongTypes() {
        var wrong = EnumSet.noneOf(IndexSet.class);
        var types = new EnumMap<IndexSet, Response<String>>(IndexSet.class);
        try (var pipeline = redis.pool().pipelined()) {
            for (var set : IndexSet.values()) {
                types.put(set, pipeline.type(set.key(redis.keys())));
            }
            pipeline.sync();
        }
        for (var set : IndexSet.values()) {
            var type = types.get(set).get();
            if (!type.equals("zset") && !type.equals("none")) {
                redis.pool().del(set.key(redis.keys()));
                wrong.add(set);
            }
        }
        return wrong;
    }

    /**
     * Finds open runs that {@code open} does not know, and retries that neither {@code ready} nor
     * {@code dispatching} knows.
     *
     * @param retries open runs; the value is null unless the run waits for its retry
     */
    public Set<UUID> missing(Map<UUID, AttemptKey> retries) {
        if (retries.isEmpty()) {
            return Set.of();
        }
        var args = new ArrayList<String>(2 * retries.size());
        retries.forEach(
                (id, retry) -> {
                    args.add(id.toString());
                    args.add(retry == null ? "" : retry.member());
                });
        var keys = redis.keys();
        return ids(
                MISSING.call(
                        redis.pool(),
                        List.of(keys.open(), keys.ready(), keys.dispatching()),
                        args));
    }

    /** Finds planned jobs that are in no set, or are to be looked at that much too late. */
    public Set<UUID> unplanned(Map<UUID, Instant> next, Duration tolerance) {
        if (next.isEmpty()) {
            return Set.of();
        }
        var args = new ArrayList<String>(1 + 2 * next.size());
        args.add(Long.toString(tolerance.toMillis()));
        next.forEach(
                (id, at) -> {
                    args.add(id.toString());
                    args.add(Long.toString(at.toEpochMilli()));
                });
        var keys = redis.keys();
        return ids(
                UNPLANNED.call(redis.pool(), List.of(keys.schedule(), keys.dispatching()), args));
    }

    /** Reads a set page by page; a member may come twice. */
    public void each(IndexSet set, Consumer<List<Entry>> page) {
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var found =
                    redis.pool().zscan(set.key(redis.keys()), cursor, new ScanParams().count(PAGE));
            page.accept(
                    found.getResult().stream()
                            .map(t -> new Entry(t.getElement(), t.getScore()))
                            .toList());
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /** Removes entries that nobody has changed since they were read. Returns their members. */
    public List<String> drop(IndexSet set, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var args = new ArrayList<String>(2 * entries.size());
        for (var entry : entries) {
            args.add(entry.member());
            args.add(score(entry.score()));
        }
        var dropped = DROP.call(redis.pool(), List.of(set.key(redis.keys())), args);
        return ((List<?>) dropped).stream().map(String.class::cast).toList();
    }

    /** Gives members that are still there another score. */
    public void rescore(IndexSet set, Map<String, Instant> scores) {
        if (!scores.isEmpty()) {
            var millis = new HashMap<String, Double>();
            scores.forEach((member, at) -> millis.put(member, (double) at.toEpochMilli()));
            redis.pool().zadd(set.key(redis.keys()), millis, ZAddParams.zAddParams().xx());
        }
    }

    private static String score(double score) {
        return Double.isInfinite(score)
                ? score > 0 ? "inf" : "-inf"
                : new BigDecimal(score).toPlainString();
    }

    private static Set<UUID> ids(Object answer) {
        var ids = new HashSet<UUID>();
        ((List<?>) answer).forEach(id -> ids.add(UUID.fromString((String) id)));
        return ids;
    }
}
