package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.leader.TermFence;
import java.util.List;
import java.util.UUID;

/** How the items of a kind of operation are worked on. */
public interface OperationStep {

    /**
     * What a step has done.
     *
     * @param operation as it is now; null if it does not run any more
     * @param after where the next step goes on; null to begin anew
     */
    record Outcome(BulkOperation operation, int done, int failed, UUID after) {

        public static Outcome stopped() {
            return new Outcome(null, 0, 0, null);
        }

        boolean changedSomething() {
            return done > 0 || failed > 0;
        }
    }

    /**
     * What a step is to work on.
     *
     * @param after where the step before has ended; null at the beginning
     * @param limit how many at most
     * @param reach jobs that whoever has begun the operation may do this with now
     */
    record Part(UUID after, int limit, Reach reach) {}

    boolean worksOn(BulkOperation operation);

    /** Events that tell how far an operation has come, beside the one that all have. */
    default List<LiveEvent> alsoTold(BulkOperation now) {
        return List.of();
    }

    /**
     * Works on waiting items; those of jobs that are not reached fail.
     *
     * @throws io.milvaion.scheduler.run.leader.TermOver if another node leads
     */
    Outcome run(BulkOperation operation, Part part, TermFence fence);
}
