package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.job.definition.JobDefinition;
import java.util.Map;

/** Whoever wants to write a job may write others only. */
public class OutOfReach extends Refusal {

    private static final long serialVersionUID = 1L;

    public OutOfReach() {
        super(
                Kind.FORBIDDEN,
                "out-of-reach",
                "This job is out of your reach",
                "You may write jobs with certain tags or of certain worker groups only, and this one"
                        + " has, or would have, none of them.",
                Map.of());
    }

    /**
     * @throws OutOfReach if a definition is not reached
     */
    static JobDefinition unless(Reach reach, JobDefinition definition) {
        if (!reach.includes(definition.tags(), definition.workerGroup())) {
            throw new OutOfReach();
        }
        return definition;
    }
}
