package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.mend.operation.OperationRows;
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
                    row.text("reason"),
                    row.text("created_by"));
        }
    }

    private ReplayRows() {}

    /** Locks a replay if it is running. */
    static Optional<Shared> lock(Connection connection, UUID id) throws SQLException {
        return Sql.of("select * from operations o")
                .where("o.id = :id", id)
                .then("and o.state in ('pending', 'running') for no key update")
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
                            (select i.job_id from operation_items i
                              where i.operation_id = :id and i.state = 0 and i.job_id > :afterJob
                              order by i.job_id limit 1)
                            union all
                            select (select i.job_id from operation_items i
                                     where i.operation_id = :id and i.state = 0 and i.job_id > w.job_id
                                     order by i.job_id limit 1)
                              from jobs_waiting w where w.job_id is not null),
                        part as (
                            select i.item_id as occurrence_id, i.job_id
                              from (select job_id from jobs_waiting
                                     where job_id is not null limit :limit) w
                             cross join lateral (
                                   select i.item_id, i.job_id from operation_items i
                                    where i.operation_id = :id and i.state = 0 and i.job_id = w.job_id
                                    order by i.item_id limit :limit) i
                             limit :limit)
                        select p.occurrence_id, p.job_id, f.occurrence_id is not null as listed, f.retried_as,
                               o.data, w.version, %s as job_data
                          from part p
                          join operations r on r.id = :id
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
        if (retriedAs.isEmpty()) {
            return;
        }
        requireAll(
                retriedAs.size(),
                new Columns<>(
                                """
                                update operation_items i set state = 1, retried_as = u.value
                                  from unnest(?::uuid[], ?::uuid[]) as u (id, value)
                                 where i.operation_id = ? and i.item_id = u.id and i.state = 0""",
                                retriedAs.entrySet())
                        .uuids(Map.Entry::getKey)
                        .uuids(Map.Entry::getValue)
                        .value(id)
                        .update(connection));
    }

    /** Items will not become new runs. */
    static void refused(Connection connection, UUID id, Map<UUID, String> reasons)
            throws SQLException {
        requireAll(reasons.size(), OperationRows.failed(connection, id, reasons));
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

    private static void requireAll(int expected, int updated) throws SQLException {
        if (updated != expected) {
            throw new SQLException("somebody else has retried one of them meanwhile", REPEAT);
        }
    }
}
