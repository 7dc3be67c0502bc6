package io.milvaion.web.declare.imports;

import io.milvaion.scheduler.declare.apply.Judge;
import io.milvaion.scheduler.declare.plan.Action;
import io.milvaion.scheduler.declare.plan.PlannedStep;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;

/** Jobs that are declared already by the names of entries. */
final class Existing {

    static final String MESSAGE =
            "There is another job of this name; ?existing=update changes it, ?prefix names anew.";

    private Existing() {}

    static boolean isRefused(PlannedStep<?> step, boolean update) {
        return step.action() == Action.UPDATE && !update;
    }

    static Judge judge(boolean update) {
        return plan -> {
            var refused =
                    plan.steps().stream()
                            .filter(step -> isRefused(step, update))
                            .map(step -> new Violation("entries[" + step.index() + "]", MESSAGE))
                            .toList();
            if (!refused.isEmpty()) {
                throw new InvalidInput(refused);
            }
        };
    }
}
