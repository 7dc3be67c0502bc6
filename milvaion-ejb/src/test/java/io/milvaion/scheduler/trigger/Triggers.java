package io.milvaion.scheduler.trigger;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.clock.RedisClock;
import io.milvaion.scheduler.gate.RunLimits;
import io.milvaion.scheduler.publish.QueueDepths;
import io.milvaion.scheduler.tracking.TrackingScene;

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
