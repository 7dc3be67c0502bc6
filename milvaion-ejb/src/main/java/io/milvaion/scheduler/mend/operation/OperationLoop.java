package io.milvaion.scheduler.mend.operation;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.caller.LastingRights;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.TermFence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Works off operations while this node leads, on a thread of its own. */
@ApplicationScoped
class OperationLoop implements Activity {

    private static final Duration IDLE = Duration.ofSeconds(1);

    @Inject Leadership leadership;
    @Inject Database database;
    @Inject LastingRights rights;
    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Inject @Any Instance<OperationStep> steps;

    private OperationRounds rounds;

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        rounds = new OperationRounds(database, steps.stream().toList(), rights, events, metrics);
        return List.of(new Loop("operations", IDLE, this::round).start(threads));
    }

    private Duration round() throws Exception {
        if (leadership.term().isEmpty()) {
            rounds.forget();
        }
        return leadership.lead(term -> rounds.round(new TermFence(term)), IDLE);
    }
}
