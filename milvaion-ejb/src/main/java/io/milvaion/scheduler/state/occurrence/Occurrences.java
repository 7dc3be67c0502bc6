package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

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
     * @param data the text of a JSON object; null if the run has the data of its job, in the
     *     version that it names
     */
    public record Details(Occurrence occurrence, String data, List<Attempt> attempts) {}

    /**
     * @throws NotFound if there is none
     */
    public Details require(UUID id) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        "select "
                                                + Occurrence.COLUMNS
                                                + " o.result, o.error, o.data"
                                                + " from occurrences o"
                                                + " left join jobs j on j.id = o.job_id")
                                .where("o.id = :id", id)
                                .first(
                                        connection,
                                        row ->
                                                new Details(
                                                        Occurrence.of(row),
                                                        row.text("data"),
                                                        attempts(connection, Occurrence.of(row))))
                                .orElseThrow(() -> new NotFound(NotFound.What.OCCURRENCE, id)));
    }

    /**
     * Reads log lines in order.
     *
     * @param afterAttempt with {@code afterSeq} the last line of the page before
     * @throws NotFound if there is no such occurrence
     */
    public List<LogLine> logs(UUID id, int afterAttempt, int afterSeq, int limit) {
        return database.autocommit(
                connection -> {
                    var known = Sql.of("select id from occurrences").where("id = :id", id);
                    if (known.list(connection, row -> row.uuid("id")).isEmpty()) {
                        throw new NotFound(NotFound.What.OCCURRENCE, id);
                    }
                    return Sql.of("select attempt, seq, at, level, message from occurrence_logs")
                            .where("occurrence_id = :occurrenceId", id)
                            .then(
                                    "and (attempt, seq) > (:attempt, :seq) order by attempt, seq limit :limit")
                            .with("attempt", afterAttempt)
                            .with("seq", afterSeq)
                            .with("limit", limit)
                            .list(connection, LogLine::of);
                });
    }

    /** All attempts that have begun; the row of the occurrence is the record of the latest. */
    private static List<Attempt> attempts(Connection connection, Occurrence occurrence)
            throws SQLException {
        var attempts =
                Sql.of("select * from attempts")
                        .where("occurrence_id = :occurrenceId", occurrence.id())
                        .then("order by attempt")
                        .list(connection, Attempt::of);
        boolean recorded = attempts.stream().anyMatch(a -> a.attempt() == occurrence.attempt());
        if (!recorded && occurrence.startedAt() != null) {
            attempts.add(Attempt.latestOf(occurrence));
        }
        return attempts;
    }
}
