package io.milvaion.scheduler.run.verify;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.UnknownRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Answers workers for as long as the application is deployed. */
@ApplicationScoped
class VerifyStart implements Activity {

    @Inject Broker broker;
    @Inject Database database;
    @Inject UnknownRuns unknownRuns;
    @Inject Senders senders;

    @Override
    public Turn turn() {
        return Turn.CONSUMERS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(
                new VerifyConsumer(broker.consuming(), database, unknownRuns, senders, threads)
                        .loop());
    }
}
