package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.run.tracking.Tracker;
import io.milvaion.scheduler.state.claim.RunClaims;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends runs whose message nobody can read: otherwise the sweep would publish it again for ever. A
 * run that has gone on, or that a worker holds by another copy of the message, is left alone.
 */
final class PoisonedRuns {

    private final Database database;
    private final RunClaims claims;
    private final Tracker tracker;

    PoisonedRuns(Database database, Redis redis, Tracker tracker) {
        this.database = database;
        this.claims = new RunClaims(redis);
        this.tracker = tracker;
    }

    /** Whether it was the message of a run. */
    static boolean isAboutOneRun(Letter letter) {
        return letter.isJobMessage() && letter.occurrenceId() != null;
    }

    /** Harmless when repeated. */
    void end(List<Letter> letters) {
        var about = new HashMap<UUID, Letter>();
        letters.stream()
                .filter(PoisonedRuns::isAboutOneRun)
                .forEach(letter -> about.put(letter.occurrenceId(), letter));
        if (about.isEmpty()) {
            return;
        }
        var ready = database.autocommit(connection -> LetterRows.ready(connection, about.keySet()));
        var claimed = claims.of(ready.entrySet().stream().map(PoisonedRuns::key).toList());
        var poison = new ArrayList<Reported>();
        ready.forEach(
                (id, attempt) -> {
                    var letter = about.get(id);
                    boolean same = letter.attempt() == null || letter.attempt().equals(attempt);
                    if (same && !claimed.containsKey(id)) {
                        poison.add(Reported.poison(id, attempt, letter.reason()));
                    }
                });
        if (!poison.isEmpty()) {
            tracker.recordPoison(poison);
        }
    }

    private static AttemptKey key(Map.Entry<UUID, Integer> run) {
        return new AttemptKey(run.getKey(), run.getValue());
    }
}
