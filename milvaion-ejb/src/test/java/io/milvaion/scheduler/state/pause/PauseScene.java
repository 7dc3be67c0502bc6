package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.index.AfterCommit;
import io.milvaion.scheduler.state.index.RunIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Pauses of a test, which end with it: the other tests use the same database. */
public final class PauseScene implements AutoCloseable {

    private final Pauses pauses;
    private final List<UUID> opened = new ArrayList<>();

    public PauseScene(Database database, LiveEvents events, RunIndex index) {
        pauses = new Pauses(database, events, index, new AfterCommit());
    }

    public UUID open(PauseScope scope) {
        return open(scope, null);
    }

    public UUID open(PauseScope scope, Instant until) {
        var id = pauses.open(scope, "a move", until, "ada").id();
        opened.add(id);
        return id;
    }

    public void end(UUID id) {
        pauses.end(id);
        opened.remove(id);
    }

    public void endOver() {
        pauses.endOver();
    }

    public List<Pause> list() {
        return pauses.list(null, 200);
    }

    @Override
    public void close() {
        for (UUID id : opened) {
            try {
                pauses.end(id);
            } catch (NotFound e) {
                // its time was over
            }
        }
    }
}
