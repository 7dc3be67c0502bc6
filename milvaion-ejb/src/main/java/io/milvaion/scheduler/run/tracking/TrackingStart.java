package io.milvaion.scheduler.run.tracking;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.UnknownRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Consumes what workers report for as long as the application is deployed. */
@ApplicationScoped
class TrackingStart implements Activity {

    @Inject Broker broker;
    @Inject Database database;
    @Inject Tracker tracker;
    @Inject Markers markers;
    @Inject UnknownRuns unknownRuns;
    @Inject LiveEvents events;
    @Inject Senders senders;

    @Override
    public Turn turn() {
        return Turn.CONSUMERS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(
                new StatusConsumer(
                                broker.consuming(), tracker, markers, unknownRuns, senders, threads)
                        .loop(),
                new LogConsumer(broker.consuming(), database, events, senders, threads).loop());
    }
}
