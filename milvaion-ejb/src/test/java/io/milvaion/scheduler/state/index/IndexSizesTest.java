package io.milvaion.scheduler.state.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

class IndexSizesTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final AtomicInteger reads = new AtomicInteger();
    private boolean away;

    @BeforeEach
    void register() {
        new IndexSizes(this::sizes).register(registry);
    }

    @Test
    void manyScrapesWithinASecondReadRedisOnce() {
        scrape();
        var sizes = scrape();

        assertThat(reads).hasValue(1);
        assertThat(sizes.getDataPoints())
                .extracting(p -> p.getLabels().get("set") + " " + p.getValue())
                .containsExactlyInAnyOrder(
                        "schedule 4.0", "ready 3.0", "dispatching 2.0", "open 1.0");
    }

    @Test
    void sizesAreAbsentWhileRedisIsAway() {
        away = true;

        assertThat(scrape().getDataPoints()).isEmpty();
    }

    private GaugeSnapshot scrape() {
        return (GaugeSnapshot) registry.scrape().stream().findFirst().orElseThrow();
    }

    private List<Long> sizes() {
        reads.incrementAndGet();
        if (away) {
            throw new JedisConnectionException("away");
        }
        return List.of(4L, 3L, 2L, 1L);
    }
}
