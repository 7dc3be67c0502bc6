package io.milvaion.scheduler.ground.node;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Task;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Says once a second that this node is alive, on a thread that nothing else can keep busy. */
@ApplicationScoped
class NodeHeartbeat implements Activity, Task {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject NodeRegistry nodes;

    @Override
    public Turn turn() {
        return Turn.QUIET;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("node heartbeat", PERIOD, this).start(threads));
    }

    @Override
    public void run() {
        nodes.seen();
    }

    @Override
    public void end() {
        nodes.left();
    }
}
