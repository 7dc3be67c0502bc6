package io.milvaion.worker.runtime.report;

import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.queue.PoisonDelivery;
import java.util.List;

/**
 * What the broker has confirmed.
 *
 * @param ends attempts whose final reports it has, perhaps of a process before this one
 */
public record Confirmed(List<EndedAttempt> ends, List<PoisonDelivery> poison) {

    static Confirmed of(Outbox.Batch batch) {
        return new Confirmed(batch.ends(), batch.poison());
    }
}
