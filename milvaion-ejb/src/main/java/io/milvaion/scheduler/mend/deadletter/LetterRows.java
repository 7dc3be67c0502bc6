package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into dead_letters (id, identity, queue, routing_key, reason, headers,
                                                  body, body_bytes, occurrence_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (identity) do nothing""")) {
            statement.setObject(1, TimeOrderedId.next(Instant.now()));
            statement.setBytes(2, letter.identity());
            statement.setString(3, letter.queue());
            statement.setString(4, letter.routingKey());
            statement.setString(5, letter.reason());
            statement.setString(6, letter.headers());
            statement.setBytes(7, letter.body());
            statement.setInt(8, letter.bodyBytes());
            statement.setObject(9, letter.occurrenceId());
            return statement.executeUpdate() == 1;
        }
    }

    private static Set<UUID> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        var locked = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return locked;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id from occurrences
                         where id = any (?) and id between ? and ?
                         order by id for no key update""")) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    locked.add(row.getObject(1, UUID.class));
                }
            }
        }
        return locked;
    }

    /** The attempts of those occurrences that wait for a worker. */
    static Map<UUID, Integer> ready(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var attempts = new HashMap<UUID, Integer>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id, attempt from occurrences
                         where id = any (?) and id between ? and ? and state = 0 and stage = 0""")) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    attempts.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return attempts;
    }
}
