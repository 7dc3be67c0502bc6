package io.milvaion.scheduler.state.ending;

import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** The list of runs that ended otherwise than Completed: {@code failed_occurrences}. */
public final class FailedRuns {

    private FailedRuns() {}

    /** Lists runs; what was known of one that is listed already is replaced. */
    public static void list(Connection connection, Collection<FailedRun> failed)
            throws SQLException {
        if (failed.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        insert into failed_occurrences
                               (occurrence_id, job_id, job_type, state, cause, attempts, ended_at,
                                error_type, error_group, group_id)
                        select u.id, u.job, u.type, u.state, u.cause, u.attempts,
                               to_timestamp(u.ended / 1000.0), u.error_type, u.error_group,
                               u.group_id
                          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[],
                                      ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                               as u (id, job, type, state, cause, attempts, ended, error_type,
                                     error_group, group_id)
                            on conflict (occurrence_id) do update
                           set state = excluded.state, cause = excluded.cause,
                               attempts = excluded.attempts, ended_at = excluded.ended_at,
                               error_type = excluded.error_type,
                               error_group = excluded.error_group, group_id = excluded.group_id""",
                        failed)
                .uuids(FailedRun::id)
                .uuids(FailedRun::jobId)
                .texts(FailedRun::jobType)
                .ints(run -> run.state().code())
                .texts(run -> run.cause().code())
                .ints(FailedRun::attempts)
                .instants(FailedRun::endedAt)
                .texts(FailedRun::errorType)
                .texts(run -> run.group().text())
                .texts(run -> run.group().id())
                .update(connection);
    }

    /**
     * Takes runs from the list that have not failed after all.
     *
     * @return how many were listed
     */
    public static int take(Connection connection, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        return new Columns<>(
                        """
                        delete from failed_occurrences
                         where occurrence_id = any (?) and occurrence_id between ? and ?""",
                        ids)
                .ids(id -> id)
                .update(connection);
    }
}
