package io.milvaion.scheduler.trigger;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.clock.RedisClock;
import io.milvaion.scheduler.gate.RunLimits;
import io.milvaion.scheduler.publish.QueueDepths;
import io.milvaion.scheduler.tracking.TrackingScene;

/** Triggers without a container. */
public final class Triggers {

    private Triggers() {}

    @SuppressWarnings("UnnecessaryAssignment") // there is no container that injects
    public static ManualTrigger on(TrackingScene scene, int maxHeld) {
        var trigger = new ManualTrigger();
        trigger.database = scene.database;
        trigger.index = scene.index;
        trigger.publisher = scene.published;
        trigger.depths = new QueueDepths((BrokerLink) null, new RedisClock());
        trigger.events = scene.liveEvents();
        trigger.limits = new RunLimits(maxHeld, 100_000);
        return trigger;
    }
}
