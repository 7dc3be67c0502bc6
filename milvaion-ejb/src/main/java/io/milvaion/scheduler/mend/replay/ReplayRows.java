package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Select;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements of the leader's work on replays, within the caller's transaction. */
final class ReplayRows {

    /** Tells {@code Database.transaction} to run the transaction again. */
    private static final String REPEAT = "40001";

    /** What all items of a replay have in common. */
    record Shared(String data, String patch, String note, String createdBy) {
        private static Shared of(Row row) throws SQLException {
            return new Shared(
                    row.text("data"), row.text("patch"), row.text("note"), row.text("created_by"));
        }
    }

    private ReplayRows() {}

    /** Replays with something to do, oldest first. */
    static List<Replay> running(Connection connection) throws SQLException {
        return new Select("select " + Replay.COLUMNS + " from replays r where r.state = 'running'")
                .then("order by r.id")
                .list(connection, Replay::of);
    }

    /** Locks a replay if it is running. */
    static Optional<Shared> lock(Connection connection, UUID id) throws SQLException {
        return new Select("select r.data, r.patch, r.note, r.created_by from replays r")
                        .where("r.id = ?", id)
                        .then("and r.state = 'running' for no key update")
                        .list(connection, Shared::of)
                        .stream()
                        .findFirst();
    }

    /**
     * Reads waiting items in the order of their jobs, without passing over those of jobs that come
     * before.
     *
     * @param afterJob where the last step ended; null to begin with the first job
     */
    static List<ReplayItem> waiting(Connection connection, UUID id, UUID afterJob, int limit)
            throws SQLException {
        var items = new ArrayList<ReplayItem>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        with recursive jobs_waiting as (
                            (select i.job_id from replay_items i
                              where i.replay_id = ?1 and i.state = 0 and i.job_id > ?2
                              order by i.job_id limit 1)
                            union all
                            select (select i.job_id from replay_items i
                                     where i.replay_id = ?1 and i.state = 0 and i.job_id > w.job_id
                                     order by i.job_id limit 1)
                              from jobs_waiting w where w.job_id is not null),
                        part as (
                            select i.occurrence_id, i.job_id
                              from (select job_id from jobs_waiting
                                     where job_id is not null limit ?3) w
                             cross join lateral (
                                   select i.occurrence_id, i.job_id from replay_items i
                                    where i.replay_id = ?1 and i.state = 0 and i.job_id = w.job_id
                                    order by i.occurrence_id limit ?3) i
                             limit ?3)
                        select p.occurrence_id, p.job_id, f.occurrence_id is not null, f.retried_as,
                               o.data, j.job_data
                          from part p
                          left join failed_occurrences f on f.occurrence_id = p.occurrence_id
                          left join occurrences o on o.id = p.occurrence_id
                          left join jobs j on j.id = p.job_id and j.deleted_at is null
                         order by p.job_id, p.occurrence_id"""
                                .replace("?1", "'" + id + "'::uuid")
                                .replace("?2", "'" + (afterJob == null ? LOWEST : afterJob) + "'")
                                .replace("?3", Integer.toString(limit)))) {
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(
                            new ReplayItem(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getBoolean(3),
                                    row.getObject(4, UUID.class),
                                    row.getString(5),
                                    row.getString(6)));
                }
            }
        }
        return items;
    }

    private static final UUID LOWEST = new UUID(0, 0);

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
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns<>(connection, statement, values.entrySet())
                    .uuids(Map.Entry::getKey)
                    .texts(e -> e.getValue().toString())
                    .value(id);
            requireAll(values.size(), statement.executeUpdate());
        }
    }

    /** Failed occurrences are dealt with, each once. */
    static void retried(Connection connection, Map<UUID, UUID> retriedAs, String actor, String note)
            throws SQLException {
        if (retriedAs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update failed_occurrences f
                           set retried_as = u.retried_as, resolved_at = now(), resolved_by = ?,
                               note = coalesce(?, f.note)
                          from unnest(?::uuid[], ?::uuid[]) as u (id, retried_as)
                         where f.occurrence_id = u.id and f.retried_as is null""")) {
            new Columns<>(connection, statement, retriedAs.entrySet())
                    .value(actor)
                    .value(note)
                    .uuids(Map.Entry::getKey)
                    .uuids(Map.Entry::getValue);
            requireAll(retriedAs.size(), statement.executeUpdate());
        }
    }

    /** Counts what a step has done; a replay of which nothing waits any more is done. */
    static Replay count(Connection connection, UUID id, int done, int refused) throws SQLException {
        return new Select(
                        """
                        update replays r
                           set done = r.done + %1$d, refused = r.refused + %2$d,
                               state = case when r.done + r.refused + %1$d + %2$d = r.total
                                            then 'done' else r.state end,
                               ended_at = case when r.done + r.refused + %1$d + %2$d = r.total
                                               then now() end"""
                                .formatted(done, refused))
                .where("r.id = ?", id)
                .then("returning " + Replay.COLUMNS)
                .list(connection, Replay::of)
                .get(0);
    }

    private static void requireAll(int expected, int updated) throws SQLException {
        if (updated != expected) {
            throw new SQLException("somebody else has retried one of them meanwhile", REPEAT);
        }
    }
}
