package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.ErrorGroup;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
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
        var group = lock(connection, id);
        Sql.of(
                        """
                        with dropped as (
                            delete from failed_occurrences f using occurrences o
                             where o.id = :id and f.occurrence_id = o.id and o.%s
                            returning o.job_id, 'It was listed as failed' as found,
                                      'it is no longer' as done),
                        listed as (
                            insert into failed_occurrences as f
                                   (occurrence_id, job_id, job_type, state, cause, attempts,
                                    ended_at, error_group, group_id)
                            select o.id, o.job_id, o.job_type, o.state,
                                   case o.state when :cancelled then 'cancelled'
                                                when :timedOut then 'timed-out'
                                                when :unknown then 'unknown'
                                                else 'exhausted' end,
                                   greatest(o.attempt, 1), coalesce(o.ended_at, now()),
                                   :errorGroup, :groupId
                              from occurrences o
                             where o.id = :id and o.%s
                               and not exists (select 1 from forgotten_failures g
                                                where g.occurrence_id = o.id)
                                on conflict (occurrence_id) do update
                               set state = excluded.state, cause = excluded.cause,
                                   error_group = excluded.error_group,
                                   group_id = excluded.group_id
                             where f.state <> excluded.state
                            returning job_id, 'It had failed and was not listed so',
                                      'it is listed now')
                        select * from dropped union all select * from listed"""
                                .formatted(States.OPEN_OR_COMPLETED, States.UNSUCCESSFUL))
                .with("id", id)
                .with("cancelled", OccurrenceState.CANCELLED.code())
                .with("timedOut", OccurrenceState.TIMED_OUT.code())
                .with("unknown", OccurrenceState.UNKNOWN.code())
                .with("errorGroup", group.text())
                .with("groupId", group.id())
                .first(
                        connection,
                        row ->
                                NewRepair.ofRun(
                                        RepairKind.FAILED_LIST,
                                        row.uuid("job_id"),
                                        id,
                                        row.text("found"),
                                        row.text("done")))
                .ifPresent(repaired::add);
    }

    /** Locks a run and tells to which group of errors its failure belongs. */
    private static ErrorGroup lock(Connection connection, UUID id) throws SQLException {
        return Sql.of("select state, error from occurrences where id = :id for no key update")
                .with("id", id)
                .first(
                        connection,
                        row ->
                                switch (OccurrenceState.of(row.integer("state"))) {
                                    case CANCELLED -> ErrorGroup.CANCELLED;
                                    case TIMED_OUT -> ErrorGroup.TIMED_OUT;
                                    case UNKNOWN -> ErrorGroup.WORKER_LOST;
                                    default -> ErrorGroup.of(null, row.text("error"));
                                })
                .orElse(ErrorGroup.of(null, null));
    }
}
