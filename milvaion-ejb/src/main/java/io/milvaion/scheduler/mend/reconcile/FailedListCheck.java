package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.ending.FailedRun;
import io.milvaion.scheduler.state.ending.FailedRuns;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Runs that ended otherwise than Completed and are not listed as failed, and listed ones that did
 * not. Whoever ends a run lists it in the same transaction.
 */
final class FailedListCheck implements Check {

    private static final int PAGE = 500;

    @Override
    public void run(Pass pass) {
        for (var slice : pass.scan(Slices::open)) {
            List<UUID> page;
            do {
                page = pass.scan(connection -> find(connection, slice));
                for (UUID id : page) {
                    pass.repair((connection, repaired) -> correct(connection, id, repaired));
                }
            } while (page.size() == PAGE);
        }
    }

    private static List<UUID> find(Connection connection, Slices.Slice slice) throws SQLException {
        return Sql.of(
                        """
                        select o.id from %s o
                          left join failed_occurrences f on f.occurrence_id = o.id
                         where o.id > :after and o.id < :end
                           and (o.%s and f.state is distinct from o.state
                                   and not exists (select 1 from forgotten_failures g
                                                    where g.occurrence_id = o.id)
                                or o.%s and f.state is not null)
                         order by o.id limit :limit"""
                                .formatted(
                                        slice.table(),
                                        States.UNSUCCESSFUL,
                                        States.OPEN_OR_COMPLETED))
                .with("after", slice.from())
                .with("end", slice.end())
                .with("limit", PAGE)
                .list(connection, row -> row.uuid("id"));
    }

    private static void correct(Connection connection, UUID id, Pass.Repaired repaired)
            throws SQLException {
        var run = lock(connection, id);
        if (run == null) {
            return;
        }
        if (run.state().code() <= OccurrenceState.COMPLETED.code()) {
            if (FailedRuns.take(connection, List.of(id)) > 0) {
                repaired.add(repair(run, "It was listed as failed", "it is no longer"));
            }
        } else if (!isListedOrForgotten(connection, run)) {
            FailedRuns.list(connection, List.of(run.failed()));
            repaired.add(repair(run, "It had failed and was not listed so", "it is listed now"));
        }
    }

    private static NewRepair repair(Run run, String found, String done) {
        return NewRepair.ofRun(RepairKind.FAILED_LIST, run.jobId(), run.id(), found, done);
    }

    private record Run(
            UUID id,
            UUID jobId,
            String jobType,
            OccurrenceState state,
            int attempt,
            Instant endedAt,
            String error) {

        /** As far as its row tells; more about its cause was known when it ended. */
        FailedRun failed() {
            return new FailedRun(
                    id,
                    jobId,
                    jobType,
                    state,
                    FailureCause.of(state),
                    attempt,
                    endedAt,
                    null,
                    error);
        }
    }

    /** Only after the lock it is certain how the list stands to the run. */
    private static Run lock(Connection connection, UUID id) throws SQLException {
        return Sql.of(
                        """
                        select id, job_id, job_type, state, attempt, ended_at, error
                          from occurrences where id = :id for no key update""")
                .with("id", id)
                .first(
                        connection,
                        row ->
                                new Run(
                                        row.uuid("id"),
                                        row.uuid("job_id"),
                                        row.text("job_type"),
                                        OccurrenceState.of(row.integer("state")),
                                        row.integer("attempt"),
                                        row.instant("ended_at"),
                                        row.text("error")))
                .orElse(null);
    }

    private static boolean isListedOrForgotten(Connection connection, Run run) throws SQLException {
        return Sql.of(
                        """
                        select 1 from failed_occurrences
                         where occurrence_id = :id and state = :state
                         union all
                        select 1 from forgotten_failures where occurrence_id = :id""")
                .with("id", run.id())
                .with("state", run.state().code())
                .found(connection);
    }
}
