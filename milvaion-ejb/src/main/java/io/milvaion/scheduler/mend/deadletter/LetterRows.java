package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Statements of the consumer of dead letters, within the caller's transaction. */
final class LetterRows {

    private LetterRows() {}

    /**
     * Stores letters; those that are there already stay as they are. A report that is new gets a
     * line in the log of the occurrences that it is about.
     *
     * @return those that are new
     */
    static List<Letter> save(Connection connection, List<Letter> letters) throws SQLException {
        var reported = new HashSet<UUID>();
        letters.stream()
                .filter(letter -> !letter.isJobMessage())
                .forEach(letter -> reported.addAll(letter.occurrenceIds()));
        var known = lock(connection, reported);
        var lines = new ArrayList<OccurrenceJournal.Line>();
        var added = new ArrayList<Letter>();
        for (var letter : letters) {
            if (insert(connection, letter)) {
                added.add(letter);
                if (!letter.isJobMessage()) {
                    letter.occurrenceIds().stream()
                            .filter(known::contains)
                            .map(id -> OccurrenceJournal.Line.warn(id, lineAbout(letter)))
                            .forEach(lines::add);
                }
            }
        }
        OccurrenceJournal.write(connection, lines);
        return added;
    }

    private static String lineAbout(Letter letter) {
        return "A message from its worker could not be handled and went to the dead letters: "
                + letter.reason();
    }

    private static boolean insert(Connection connection, Letter letter) throws SQLException {
        return Sql.of(
                                """
                                insert into dead_letters (id, identity, queue, routing_key, reason, headers,
                                                          body, body_bytes, occurrence_id)
                                values (:id, :identity, :queue, :routingKey, :reason, :headers, :body,
                                        :bodyBytes, :occurrenceId)
                                    on conflict (identity) do nothing""")
                        .with("id", TimeOrderedId.next(Instant.now()))
                        .with("identity", letter.identity())
                        .with("queue", letter.queue())
                        .with("routingKey", letter.routingKey())
                        .with("reason", letter.reason())
                        .with("headers", letter.headers())
                        .with("body", letter.body())
                        .with("bodyBytes", letter.bodyBytes())
                        .with("occurrenceId", letter.occurrenceId())
                        .update(connection)
                == 1;
    }

    private static Set<UUID> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        var locked = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return locked;
        }
        new Columns<>(
                        """
                        select id from occurrences
                         where id = any (?) and id between ? and ?
                         order by id for no key update""",
                        ids)
                .ids(id -> id)
                .forEach(connection, row -> locked.add(row.uuid("id")));
        return locked;
    }

    /** The attempts of those occurrences that wait for a worker. */
    static Map<UUID, Integer> ready(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var attempts = new HashMap<UUID, Integer>();
        new Columns<>(
                        """
                        select id, attempt from occurrences
                         where id = any (?) and id between ? and ? and %s and %s"""
                                .formatted(States.QUEUED, States.READY),
                        ids)
                .ids(id -> id)
                .forEach(connection, row -> attempts.put(row.uuid("id"), row.integer("attempt")));
        return attempts;
    }
}
