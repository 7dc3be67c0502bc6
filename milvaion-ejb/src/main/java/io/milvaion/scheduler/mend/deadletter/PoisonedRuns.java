package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.contract.ClaimField;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.run.tracking.Tracker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import redis.clients.jedis.Response;

/**
 * Ends runs whose message nobody can read: otherwise the sweep would publish it again for ever. A
 * run that has gone on, or that a worker holds by another copy of the message, is left alone.
 */
final class PoisonedRuns {

    private final Database database;
    private final Redis redis;
    private final Tracker tracker;

    PoisonedRuns(Database database, Redis redis, Tracker tracker) {
        this.database = database;
        this.redis = redis;
        this.tracker = tracker;
    }

    /** Harmless when repeated. */
    void end(List<Letter> letters) {
        var about = new HashMap<UUID, Letter>();
        letters.stream()
                .filter(letter -> letter.isJobMessage() && letter.occurrenceId() != null)
                .forEach(letter -> about.put(letter.occurrenceId(), letter));
        if (about.isEmpty()) {
            return;
        }
        var ready = database.autocommit(connection -> LetterRows.ready(connection, about.keySet()));
        var claimed = claimed(ready.keySet());
        var poison = new ArrayList<Reported>();
        ready.forEach(
                (id, attempt) -> {
                    var letter = about.get(id);
                    boolean same = letter.attempt() == null || letter.attempt().equals(attempt);
                    if (same && !claimed.contains(id)) {
                        poison.add(Reported.poison(id, attempt, letter.reason()));
                    }
                });
        if (!poison.isEmpty()) {
            tracker.recordPoison(poison);
        }
    }

    private Set<UUID> claimed(Collection<UUID> ids) {
        var claimed = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return claimed;
        }
        var answers = new HashMap<UUID, Response<Boolean>>();
        try (var pipeline = redis.pool().pipelined()) {
            for (UUID id : ids) {
                answers.put(id, pipeline.hexists(redis.keys().claim(id), ClaimField.STATE));
            }
            pipeline.sync();
        }
        answers.forEach(
                (id, answer) -> {
                    if (answer.get()) {
                        claimed.add(id);
                    }
                });
        return claimed;
    }
}
