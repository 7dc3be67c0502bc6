package io.milvaion.worker.runtime.report;

import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.queue.PoisonDelivery;
import java.util.List;

/**
 * What the broker has confirmed.
 *
 * @param ends attempts whose final reports it has, perhaps of a process before this one
 * @param abandoned attempts that it knows to be given up while their jobs go on
 */
public record Confirmed(
        List<EndedAttempt> ends, List<AttemptKey> abandoned, List<PoisonDelivery> poison) {

    static Confirmed of(Outbox.Batch batch) {
        return new Confirmed(batch.ends(), AttemptKey.abandonedIn(batch.reports()), batch.poison());
    }
}
