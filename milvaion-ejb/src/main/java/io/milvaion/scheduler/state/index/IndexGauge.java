package io.milvaion.scheduler.state.index;

import io.milvaion.scheduler.ground.metric.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Shows the sizes of the sets in Redis among the metrics. */
@Singleton
@Startup
public class IndexGauge {

    @Inject RunIndex index;
    @Inject Metrics metrics;

    @PostConstruct
    void register() {
        new IndexSizes(index::sizes).register(metrics.registry());
    }
}
