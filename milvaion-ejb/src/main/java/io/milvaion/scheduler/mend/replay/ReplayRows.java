package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.NamedVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements of the leader's work on replays, within the caller's transaction. */
final class ReplayRows {

    /** Tells {@link Database#transaction} to run the transaction again. */
    private static final String REPEAT = "40001";

    private static final UUID LOWEST = new UUID(0, 0);

    /** What all items of a replay have in common. */
    record Shared(
            String data, String patch, boolean presentDefinition, String note, String createdBy) {
        private static Shared of(Row row) throws SQLException {
            return new Shared(
                    row.text("data"),
                    row.text("patch"),
                    row.flag("present_definition"),
                    row.text("note"),
                    row.text("created_by"));
        }
    }

    private ReplayRows() {}

    /** Replays with something to do, oldest first. */
    static List<Replay> running(Connection connection) throws SQLException {
        return Sql.of("select " + Replay.COLUMNS + " from replays r where r.state = 'running'")
                .then("order by r.id")
                .list(connection, Replay::of);
    }

    /** Locks a replay if it is running. */
    static Optional<Shared> lock(Connection connection, UUID id) throws SQLException {
        return Sql.of("select * from replays r")
                .where("r.id = :id", id)
                .then("and r.state = 'running' for no key update")
                .first(connection, Shared::of);
    }

    /**
     * Reads waiting items in the order of their jobs, without passing over those of jobs that come
     * before.
     *
     * @param afterJob where the last step ended; null to begin with the first job
     */
    static List<ReplayItem> waiting(Connection connection, UUID id, UUID afterJob, int limit)
            throws SQLException {
        return Sql.of(
                        """
                        with recursive jobs_waiting as (
                            (select i.job_id from replay_items i
                              where i.replay_id = :id and i.state = 0 and i.job_id > :afterJob
                              order by i.job_id limit 1)
                            union all
                            select (select i.job_id from replay_items i
                                     where i.replay_id = :id and i.state = 0 and i.job_id > w.job_id
                                     order by i.job_id limit 1)
                              from jobs_waiting w where w.job_id is not null),
                        part as (
                            select i.occurrence_id, i.job_id
                              from (select job_id from jobs_waiting
                                     where job_id is not null limit :limit) w
                             cross join lateral (
                                   select i.occurrence_id, i.job_id from replay_items i
                                    where i.replay_id = :id and i.state = 0 and i.job_id = w.job_id
                                    order by i.occurrence_id limit :limit) i
                             limit :limit)
                        select p.occurrence_id, p.job_id, f.occurrence_id is not null as listed, f.retried_as,
                               o.data, w.version, %s as job_data
                          from part p
                          join replays r on r.id = :id
                          left join failed_occurrences f on f.occurrence_id = p.occurrence_id
                          left join occurrences o on o.id = p.occurrence_id
                          left join jobs j on j.id = p.job_id and j.deleted_at is null
                         cross join lateral (
                               select case when not r.present_definition then o.job_version end
                                   as version) w
                          %s
                         order by p.job_id, p.occurrence_id"""
                                .formatted(
                                        NamedVersion.text("job_data"),
                                        NamedVersion.join("w.version")))
                .with("id", id)
                .with("afterJob", afterJob == null ? LOWEST : afterJob)
                .with("limit", limit)
                .plannedEachTime()
                .list(
                        connection,
                        row ->
                                new ReplayItem(
                                        row.uuid("occurrence_id"),
                                        row.uuid("job_id"),
                                        row.flag("listed"),
                                        row.uuid("retried_as"),
                                        row.integer("version"),
                                        row.text("data"),
                                        row.text("job_data")));
    }

    /** Items have become new runs. */
    static void done(Connection connection, UUID id, Map<UUID, UUID> retriedAs)
            throws SQLException {
        mark(
                connection,
                """
                update replay_items i set state = 1, retried_as = u.value::uuid
                  from unnest(?::uuid[], ?::text[]) as u (id, value)
                 where i.replay_id = ? and i.occurrence_id = u.id and i.state = 0""",
                id,
                retriedAs);
    }

    /** Items will not become new runs. */
    static void refused(Connection connection, UUID id, Map<UUID, String> reasons)
            throws SQLException {
        mark(
                connection,
                """
                update replay_items i set state = 2, reason = u.value
                  from unnest(?::uuid[], ?::text[]) as u (id, value)
                 where i.replay_id = ? and i.occurrence_id = u.id and i.state = 0""",
                id,
                reasons);
    }

    private static void mark(Connection connection, String sql, UUID id, Map<UUID, ?> values)
            throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        requireAll(
                values.size(),
                new Columns<>(sql, values.entrySet())
                        .uuids(Map.Entry::getKey)
                        .texts(e -> e.getValue().toString())
                        .value(id)
                        .update(connection));
    }

    /** Failed occurrences are dealt with, each once. */
    static void retried(Connection connection, Map<UUID, UUID> retriedAs, String actor, String note)
            throws SQLException {
        if (retriedAs.isEmpty()) {
            return;
        }
        requireAll(
                retriedAs.size(),
                new Columns<>(
                                """
                                update failed_occurrences f
                                   set retried_as = u.retried_as, resolved_at = now(), resolved_by = ?,
                                       note = coalesce(?, f.note)
                                  from unnest(?::uuid[], ?::uuid[]) as u (id, retried_as)
                                 where f.occurrence_id = u.id and f.retried_as is null""",
                                retriedAs.entrySet())
                        .value(actor)
                        .value(note)
                        .uuids(Map.Entry::getKey)
                        .uuids(Map.Entry::getValue)
                        .update(connection));
    }

    /** Counts what a step has done; a replay of which nothing waits any more is done. */
    static Replay count(Connection connection, UUID id, int done, int refused) throws SQLException {
        return Sql.of(
                        """
                        update replays r
                           set done = r.done + :done, refused = r.refused + :refused,
                               state = case when r.done + r.refused + :done + :refused = r.total
                                            then 'done' else r.state end,
                               ended_at = case when r.done + r.refused + :done + :refused = r.total
                                               then now() end""")
                .with("done", done)
                .with("refused", refused)
                .where("r.id = :id", id)
                .then("returning " + Replay.COLUMNS)
                .one(connection, Replay::of);
    }

    private static void requireAll(int expected, int updated) throws SQLException {
        if (updated != expected) {
            throw new SQLException("somebody else has retried one of them meanwhile", REPEAT);
        }
    }
}
