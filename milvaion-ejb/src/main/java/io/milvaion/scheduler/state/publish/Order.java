package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.ReadyRun;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs that were handed over together, and what has become of them. Safe to share. */
final class Order {

    private final List<Run> runs;
    private final boolean repeated;
    private final AtomicInteger unsettled;
    private final Set<ReadyRun> confirmed;
    private final CompletableFuture<Set<ReadyRun>> settled = new CompletableFuture<>();

    Order(List<Run> runs) {
        this(runs, ConcurrentHashMap.newKeySet(), false);
    }

    private Order(List<Run> runs, Set<ReadyRun> confirmed, boolean repeated) {
        this.runs = runs;
        this.confirmed = confirmed;
        this.repeated = repeated;
        this.unsettled = new AtomicInteger(runs.size());
        if (runs.isEmpty()) {
            settled.complete(confirmed);
        }
    }

    List<Run> runs() {
        return runs;
    }

    CompletableFuture<Set<ReadyRun>> settled() {
        return settled;
    }

    /**
     * A returned run gets one more chance, in an order of its own that settles this one's share.
     */
    boolean mayRepeat() {
        return !repeated;
    }

    Order repeat(Run run) {
        var order = new Order(List.of(run), ConcurrentHashMap.newKeySet(), true);
        order.settled.thenAccept(
                again -> {
                    if (again.isEmpty()) {
                        failed();
                    } else {
                        confirmed(run);
                    }
                });
        return order;
    }

    void confirmed(Run run) {
        confirmed.add(run.ready());
        settleOne();
    }

    void failed() {
        settleOne();
    }

    private void settleOne() {
        if (unsettled.decrementAndGet() == 0) {
            settled.complete(confirmed);
        }
    }
}
