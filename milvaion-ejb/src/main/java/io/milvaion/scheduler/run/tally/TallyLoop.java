package io.milvaion.scheduler.run.tally;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.TermFence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Adds up runs while this node leads, on a thread of its own. */
@ApplicationScoped
class TallyLoop implements Activity {

    private static final Duration REST = Duration.ofSeconds(2);

    @Inject Leadership leadership;
    @Inject Database database;

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(new Loop("tallies", REST, this::step).start(threads));
    }

    private Duration step() throws Exception {
        return leadership.lead(
                term -> {
                    new TallyRound(database).addUp(new TermFence(term));
                    return REST;
                },
                REST);
    }
}
