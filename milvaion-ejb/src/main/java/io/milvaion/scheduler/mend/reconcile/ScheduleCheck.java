package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.job.plan.PlanRepair;
import io.milvaion.scheduler.job.plan.ZoneLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Schedule rows that do not agree with the definitions of their jobs, and missing ones. */
final class ScheduleCheck implements Check {

    private static final int PAGE = 500;

    @Override
    public void run(Pass pass) {
        var pending = pass.scan(ZoneLedger::pending);
        UUID after = new UUID(0, 0);
        while (after != null) {
            UUID from = after;
            var page =
                    pass.scan(connection -> PlanRepair.suspects(connection, from, PAGE, pending));
            for (UUID job : page.suspects()) {
                pass.repair((connection, repaired) -> repair(connection, job, repaired));
            }
            after = page.last();
        }
    }

    private static void repair(Connection connection, UUID job, Pass.Repaired repaired)
            throws SQLException {
        PlanRepair.repair(connection, job)
                .ifPresent(
                        result ->
                                repaired.add(
                                        NewRepair.ofJob(
                                                RepairKind.SCHEDULE,
                                                job,
                                                result.found(),
                                                result.done())));
    }
}
