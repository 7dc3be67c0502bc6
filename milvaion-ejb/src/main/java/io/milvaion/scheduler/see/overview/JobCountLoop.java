package io.milvaion.scheduler.see.overview;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Has the jobs counted again and again, and rests 100 times as long as a count took, between a
 * second and a minute: few jobs have numbers of this second, and many cost a hundredth of a
 * connection.
 */
@ApplicationScoped
class JobCountLoop implements Activity, Work {

    private static final int REST = 100;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    @Inject JobCounts counts;

    private long begun; // nanoTime of the last count

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(new Loop("job counts", Duration.ZERO, this).start(threads));
    }

    @Override
    public Duration step() {
        begun = System.nanoTime();
        counts.count();
        return restAfterFailure();
    }

    @Override
    public Duration restAfterFailure() {
        var rest = Duration.ofNanos(REST * (System.nanoTime() - begun));
        if (rest.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
