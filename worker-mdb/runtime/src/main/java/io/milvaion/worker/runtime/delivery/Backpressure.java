package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.report.Outbox;
import io.milvaion.worker.runtime.store.LocalStore;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** Whether this worker takes no work although it should, and why. Loop thread only. */
final class Backpressure {

    private static final System.Logger LOG = System.getLogger(Backpressure.class.getName());

    private final Outbox outbox;
    private final LocalStore store;
    private final WorkerStatistics statistics;
    private String reason; // null while it takes work

    Backpressure(Outbox outbox, LocalStore store, WorkerStatistics statistics) {
        this.outbox = outbox;
        this.store = store;
        this.statistics = statistics;
    }

    /** Looks at what could keep it from taking work, and says so when that has changed. */
    void check() {
        var now = reasonNow();
        if (!Objects.equals(now, reason)) {
            if (now == null) {
                LOG.log(Level.INFO, "this worker takes work again");
            } else if (reason == null) {
                LOG.log(Level.WARNING, "this worker takes no work: {0}", now);
            }
            reason = now;
            statistics.showRefusing(now);
        }
    }

    /** Whether no work may be taken, as of the last check. */
    boolean applies() {
        return reason != null;
    }

    private String reasonNow() {
        if (store.refusal().isPresent()) {
            return store.refusal().get();
        }
        if (outbox.full()) {
            return "too many reports and log lines wait for the broker";
        }
        boolean allAbandoned =
                statistics.slots() > 0 && statistics.abandoned() >= statistics.slots();
        return allAbandoned ? "jobs that do not stop hold all slots" : null;
    }
}
