package io.milvaion.scheduler.run.trigger;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.publish.QueueDepths;

/** Triggers without a container. */
public final class Triggers {

    private Triggers() {}

    public static ManualTrigger on(TrackingScene scene, int maxHeld) {
        return new ManualTrigger(
                scene.database,
                scene.index,
                scene.published,
                new QueueDepths((BrokerLink) null, new RedisClock()),
                scene.liveEvents(),
                new RunLimits(maxHeld, 100_000));
    }
}
