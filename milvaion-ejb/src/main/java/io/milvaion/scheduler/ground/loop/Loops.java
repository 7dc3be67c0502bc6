package io.milvaion.scheduler.ground.loop;

import io.milvaion.platform.lifecycle.ApplicationStops;
import io.milvaion.platform.loop.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;

/** All loops of this node: starts them, and stops them in the order of {@link Turn}. */
@ApplicationScoped
class Loops {

    private final Map<Turn, List<Loop>> byTurn = new EnumMap<>(Turn.class); // guarded by this
    private Iterable<Activity> activities;

    protected Loops() {} // for the container's proxy

    @Inject
    Loops(@Any Instance<Activity> activities) {
        this((Iterable<Activity>) activities);
    }

    Loops(Iterable<Activity> activities) {
        this.activities = activities;
    }

    synchronized void start(ThreadFactory threads) {
        var all = new ArrayList<Activity>();
        activities.forEach(all::add);
        all.sort((one, other) -> other.turn().compareTo(one.turn()));
        for (Activity activity : all) {
            byTurn.computeIfAbsent(activity.turn(), turn -> new ArrayList<>())
                    .addAll(activity.start(threads));
        }
    }

    /** The worker beside us may let its jobs end for long: another node must lead meanwhile. */
    void on(@Observes ApplicationStops event) {
        stop(Turn::leads);
    }

    void stop() {
        stop(turn -> true);
    }

    private synchronized void stop(Predicate<Turn> now) {
        for (Turn turn : Turn.values()) {
            if (now.test(turn)) {
                var loops = byTurn.getOrDefault(turn, List.of());
                loops.forEach(Loop::quit);
                long deadline = System.nanoTime() + turn.limit().toNanos();
                loops.forEach(loop -> loop.join(Duration.ofNanos(deadline - System.nanoTime())));
                byTurn.remove(turn);
            }
        }
    }
}
