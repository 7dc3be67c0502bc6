package io.milvaion.scheduler.declare.apply;

import io.milvaion.scheduler.declare.plan.ChangePlan;
import java.util.function.Predicate;

/** Refuses plans, before anything is done. */
@FunctionalInterface
public interface Judge {

    /** Throws unless the plan may be carried out. */
    void judge(ChangePlan plan);

    /** Takes a plan of one of these hashes only. */
    static Judge expecting(Predicate<String> hash) {
        return plan -> {
            if (!hash.test(plan.hash())) {
                throw new StalePlan(plan.hash());
            }
        };
    }

    default Judge and(Judge other) {
        return plan -> {
            judge(plan);
            other.judge(plan);
        };
    }
}
