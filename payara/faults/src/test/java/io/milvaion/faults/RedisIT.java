package io.milvaion.faults;

import io.milvaion.faults.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/** Faults of the index and coordinator. */
class RedisIT {

    @Fault(number = 10, name = "Redis emptied twice", inShortSelection = true)
    void whatRedisForgetsIsInPostgresql(Cluster cluster, Experiment experiment) throws Exception {
        experiment.underLoad(
                () -> {
                    try (var redis = cluster.redis().client()) {
                        redis.flushAll();
                        TimeUnit.SECONDS.sleep(20);
                        redis.flushAll();
                    }
                });
    }
}
