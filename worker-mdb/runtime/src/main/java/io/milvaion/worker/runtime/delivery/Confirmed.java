package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.RunKey;
import java.util.List;

/**
 * What the broker has confirmed.
 *
 * @param ends attempts whose final reports it has, perhaps of a process before this one
 */
record Confirmed(List<RunKey> ends, List<PoisonDelivery> poison) {

    static Confirmed of(Outbox.Batch batch) {
        return new Confirmed(batch.ends(), batch.poison());
    }
}
