package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Messages that nobody could handle, as people see them. */
@ApplicationScoped
public class Letters {

    private static final String COLUMNS =
            "d.id, d.at, d.queue, d.routing_key, d.reason, d.body_bytes, d.occurrence_id";

    private Database database;

    protected Letters() {} // for the container's proxy

    @Inject
    public Letters(Database database) {
        this.database = database;
    }

    /**
     * A dead letter with what only its own page shows.
     *
     * @param headers the text of a JSON object
     * @param body what is stored of it: 1 MiB at most
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Details(DeadLetter letter, String headers, byte[] body) {}

    /**
     * @param after the last id of the page before, or null: the list goes from new to old
     */
    public List<DeadLetter> list(LetterFilter filter, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        filter.conditions(Sql.of("select " + COLUMNS + " from dead_letters d"))
                                .where("d.id < :after", after)
                                .then("order by d.id desc limit :limit")
                                .with("limit", limit)
                                .list(connection, DeadLetter::of));
    }

    /**
     * @throws NotFound if there is none
     */
    public Details require(UUID id) {
        return database.autocommit(connection -> require(connection, id, ""));
    }

    private static Details require(Connection connection, UUID id, String locked)
            throws SQLException {
        return Sql.of("select " + COLUMNS + ", d.headers, d.body from dead_letters d")
                .where("d.id = :id", id)
                .then(locked)
                .first(
                        connection,
                        row ->
                                new Details(
                                        DeadLetter.of(row), row.text("headers"), row.bytes("body")))
                .orElseThrow(() -> new NotFound(NotFound.What.DEAD_LETTER, id));
    }

    /**
     * @param expected what the caller takes it for
     * @throws NotFound if there is none
     */
    public void delete(UUID id, Predicate<Details> expected) {
        database.transaction(
                connection -> {
                    ChangedMeanwhile.unless(expected, require(connection, id, "for update of d"));
                    Sql.of("delete from dead_letters where id = :id")
                            .with("id", id)
                            .update(connection);
                    Audit.record(
                            connection, Deed.of("deadLetter.delete").on("deadLetter", id, null));
                    return null;
                });
    }

    /** Deletes many, in portions. */
    public Progress deleteAll(LetterFilter filter) {
        var deed = Deed.of("deadLetter.deleteMany").on("deadLetter", null, filter.toString());
        return Progress.of(
                after ->
                        database.transaction(
                                connection ->
                                        deletePortion(connection, filter, after)
                                                .recorded(connection, deed)));
    }

    private static Progress.Portion deletePortion(
            Connection connection, LetterFilter filter, UUID after) throws SQLException {
        var deleted =
                filter.conditions(Sql.of("with part as (select d.id from dead_letters d"))
                        .where("d.id > :after", after)
                        .then(
                                """
                                order by d.id limit :limit for update)
                                delete from dead_letters d using part
                                 where d.id = part.id returning d.id""")
                        .with("limit", Progress.PORTION)
                        .list(connection, row -> row.uuid("id"));
        return new Progress.Portion(
                deleted.size(), deleted.stream().max(Columns.UUID_ORDER).orElse(null));
    }
}
