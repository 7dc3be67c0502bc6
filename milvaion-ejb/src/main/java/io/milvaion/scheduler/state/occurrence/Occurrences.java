package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads what became of jobs: occurrences, their attempts and logs, and skipped runs. */
@ApplicationScoped
public class Occurrences {

    private Database database;

    protected Occurrences() {} // for the container's proxy

    @Inject
    public Occurrences(Database database) {
        this.database = database;
    }

    /**
     * An occurrence with what only its own page shows.
     *
     * @param result text
     * @param error message and stack trace
     * @param data the text of a JSON object; null if the run has the data of its job, in the
     *     version that it names
     */
    public record Details(
            Occurrence occurrence,
            String result,
            String error,
            String data,
            List<Attempt> attempts) {

        /** The same with what it tells as somebody may see it. */
        public Details told(UnaryOperator<String> shown) {
            return new Details(
                    occurrence,
                    shown.apply(result),
                    shown.apply(error),
                    data,
                    attempts.stream().map(a -> a.withError(shown.apply(a.error()))).toList());
        }
    }

    /**
     * @throws NotFound if there is none
     */
    public Details require(UUID id) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        "select "
                                                + Occurrence.COLUMNS
                                                + ", o.result, o.error, o.data"
                                                + " from occurrences o"
                                                + " left join jobs j on j.id = o.job_id")
                                .where("o.id = :id", id)
                                .first(connection, row -> details(connection, row))
                                .orElseThrow(() -> new NotFound(NotFound.What.OCCURRENCE, id)));
    }

    private static Details details(Connection connection, Row row) throws SQLException {
        var occurrence = Occurrence.of(row);
        var error = row.text("error");
        return new Details(
                occurrence,
                row.text("result"),
                error,
                row.text("data"),
                attempts(connection, occurrence, error));
    }

    /**
     * Reads log lines in order.
     *
     * @param afterAttempt with {@code afterSeq} the last line of the page before
     * @throws NotFound if there is no such occurrence
     */
    public LogPart logs(UUID id, int afterAttempt, int afterSeq, int limit) {
        return of(id, connection -> LogPart.read(connection, id, afterAttempt, afterSeq, limit));
    }

    /** Likewise those that a search means. */
    public LogSearch.Found search(
            UUID id, LogSearch wanted, int afterAttempt, int afterSeq, int limit) {
        return of(id, connection -> wanted.read(connection, id, afterAttempt, afterSeq, limit));
    }

    /**
     * @throws NotFound if there is no such occurrence
     */
    public LogOutline outline(UUID id) {
        return of(id, connection -> LogOutline.read(connection, id));
    }

    /**
     * @throws NotFound if there is no such occurrence
     */
    public Neighbours neighbours(UUID id) {
        return database.autocommit(
                connection -> Neighbours.of(connection, id, jobOf(connection, id)));
    }

    private <T> T of(UUID id, Database.Work<T> read) {
        return database.autocommit(
                connection -> {
                    jobOf(connection, id);
                    return read.on(connection);
                });
    }

    private static UUID jobOf(Connection connection, UUID id) throws SQLException {
        return Sql.of("select job_id from occurrences")
                .where("id = :id", id)
                .first(connection, row -> row.uuid("job_id"))
                .orElseThrow(() -> new NotFound(NotFound.What.OCCURRENCE, id));
    }

    /** All attempts that have begun; the row of the occurrence is the record of the latest. */
    private static List<Attempt> attempts(
            Connection connection, Occurrence occurrence, String error) throws SQLException {
        var attempts =
                Sql.of("select * from attempts")
                        .where("occurrence_id = :occurrenceId", occurrence.id())
                        .then("order by attempt")
                        .list(connection, Attempt::of);
        boolean recorded = attempts.stream().anyMatch(a -> a.attempt() == occurrence.attempt());
        if (!recorded && occurrence.startedAt() != null) {
            attempts.add(Attempt.latestOf(occurrence, error));
        }
        return attempts;
    }
}
