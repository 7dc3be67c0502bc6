package io.milvaion.scheduler.mend.bulk;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.catalog.JobFilter;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.mend.deadletter.LetterFilter;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The items that a filter means, as statements find them. */
public final class Selection {

    /** Adds the conditions of a filter. */
    @FunctionalInterface
    private interface Conditions {
        Sql on(Sql select, Connection connection) throws SQLException;
    }

    /**
     * An item as a dry run shows it.
     *
     * @param name what people call it
     */
    public record Item(UUID id, String name) {}

    private final String from;
    private final String id;
    private final String jobId;
    private final String name;
    private final Conditions conditions;

    private Selection(String from, String id, String jobId, String name, Conditions conditions) {
        this.from = from;
        this.id = id;
        this.jobId = jobId;
        this.name = name;
        this.conditions = conditions;
    }

    public static Selection jobs(JobFilter filter) {
        return new Selection(
                " from jobs j",
                "j.id",
                "j.id",
                "j.display_name",
                (select, connection) -> filter.conditions(select));
    }

    /** Those that are open. */
    public static Selection openRuns(OccurrenceFilter filter) {
        return new Selection(
                " from occurrences o left join jobs j on j.id = o.job_id",
                "o.id",
                "o.job_id",
                "j.display_name",
                (select, connection) ->
                        filter.conditions(select)
                                .where("o." + States.OPEN)
                                .where(
                                        "(o.id >= :smallest"
                                                + " or o.tableoid = 'occurrences_other'::regclass)",
                                        OpenRuns.smallestOpenId(connection)));
    }

    public static Selection failures(FailureFilter filter) {
        return failures((select, connection) -> filter.conditions(select));
    }

    /** Those that were not retried before. */
    public static Selection failuresToReplay(FailureFilter filter) {
        return failures(
                (select, connection) -> filter.conditions(select).where("f.retried_as is null"));
    }

    /** Those that nobody has dealt with. */
    public static Selection unresolvedFailures(FailureFilter filter) {
        return failures(
                (select, connection) -> filter.conditions(select).where("f.resolved_at is null"));
    }

    private static Selection failures(Conditions conditions) {
        return new Selection(
                " from failed_occurrences f left join jobs j on j.id = f.job_id",
                "f.occurrence_id",
                "f.job_id",
                "j.display_name",
                conditions);
    }

    public static Selection letters(LetterFilter filter) {
        return new Selection(
                " from dead_letters d",
                "d.id",
                "(select o.job_id from occurrences o where o.id = d.occurrence_id)",
                "d.reason",
                (select, connection) -> filter.conditions(select));
    }

    /** Those of them that are named. */
    public Selection among(List<UUID> ids) {
        return new Selection(
                from,
                id,
                jobId,
                name,
                (select, connection) ->
                        conditions
                                .on(select, connection)
                                .where(id + " = any (:ids)")
                                .uuids("ids", ids));
    }

    long count(Connection connection) throws SQLException {
        return conditions
                .on(Sql.of("select count(*) as items" + from), connection)
                .answeredWithin(60)
                .one(connection, row -> row.number("items"));
    }

    /** The first of them in the order of their ids. */
    List<Item> first(Connection connection, int limit) throws SQLException {
        return conditions
                .on(Sql.of("select " + id + " as id, " + name + " as name" + from), connection)
                .then("order by " + id + " limit :limit")
                .with("limit", limit)
                .list(connection, row -> new Item(row.uuid("id"), row.text("name")));
    }

    /** Stores them as the items of an operation; returns how many there are. */
    int insert(Connection connection, UUID operation) throws SQLException {
        return conditions
                .on(
                        Sql.of(
                                        "insert into operation_items (operation_id, item_id, job_id)"
                                                + " select :operation, "
                                                + id
                                                + ", "
                                                + jobId
                                                + from)
                                .with("operation", operation),
                        connection)
                .update(connection);
    }
}
