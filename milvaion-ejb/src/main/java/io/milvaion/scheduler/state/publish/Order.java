package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.AttemptKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs that were handed over together, and what has become of them. Safe to share. */
final class Order {

    private final List<OutgoingRun> runs;
    private final boolean repeated;
    private final AtomicInteger unsettled;
    private final Set<AttemptKey> confirmed;
    private final CompletableFuture<Set<AttemptKey>> settled = new CompletableFuture<>();

    Order(List<OutgoingRun> runs) {
        this(runs, ConcurrentHashMap.newKeySet(), false);
    }

    private Order(List<OutgoingRun> runs, Set<AttemptKey> confirmed, boolean repeated) {
        this.runs = runs;
        this.confirmed = confirmed;
        this.repeated = repeated;
        this.unsettled = new AtomicInteger(runs.size());
        if (runs.isEmpty()) {
            settled.complete(confirmed);
        }
    }

    List<OutgoingRun> runs() {
        return runs;
    }

    CompletableFuture<Set<AttemptKey>> settled() {
        return settled;
    }

    /**
     * A returned run gets one more chance, in an order of its own that settles this one's share.
     */
    boolean mayRepeat() {
        return !repeated;
    }

    Order repeat(OutgoingRun run) {
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

    void confirmed(OutgoingRun run) {
        confirmed.add(run.key());
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
