package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.tracking.Tracker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Consumes dead letters for as long as the application is deployed. */
@ApplicationScoped
class LettersStart implements Activity {

    @Inject Broker broker;
    @Inject Database database;
    @Inject Redis redis;
    @Inject Tracker tracker;
    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Inject Senders senders;

    @Override
    public Turn turn() {
        return Turn.CONSUMERS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        var runs = new PoisonedRuns(database, redis, tracker);
        return List.of(
                new LetterConsumer(
                                broker.consuming(),
                                database,
                                runs,
                                events,
                                metrics,
                                senders,
                                threads)
                        .loop());
    }
}
