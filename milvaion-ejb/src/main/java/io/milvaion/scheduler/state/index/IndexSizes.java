package io.milvaion.scheduler.state.index;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/** Sizes of the sets in Redis for scrapes: read once a second at most, absent without Redis. */
final class IndexSizes {

    private static final List<String> SETS = List.of("schedule", "ready", "dispatching", "open");
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<List<Long>> source;
    private List<Long> sizes = List.of(); // guarded by this
    private long readAt = System.nanoTime() - FRESH.toNanos(); // guarded by this

    /**
     * @param source sizes in the order of the sets; throws {@code JedisException} when Redis is
     *     away
     */
    IndexSizes(Supplier<List<Long>> source) {
        this.source = source;
    }

    void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("milvaion_index_size")
                .help("Members of the sets in Redis; absent while Redis is away.")
                .labelNames("set")
                .callback(this::collect)
                .register(registry);
    }

    private void collect(GaugeWithCallback.Callback callback) {
        List<Long> now = sizes();
        for (int i = 0; i < now.size(); i++) {
            callback.call(now.get(i), SETS.get(i));
        }
    }

    private synchronized List<Long> sizes() {
        if (System.nanoTime() - readAt >= FRESH.toNanos()) {
            try {
                sizes = source.get();
            } catch (JedisException e) {
                sizes = List.of();
            }
            readAt = System.nanoTime(); // after the call: one that ran into its limit counts, too
        }
        return sizes;
    }
}
