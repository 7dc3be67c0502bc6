package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replays as people make, watch and stop them. */
@ApplicationScoped
public class Replays {

    private static final String FROM = "select " + Replay.COLUMNS + " from replays r";
    private static final String ITEMS = "replay_items i where i.replay_id = r.id";

    private Database database;
    private LiveEvents events;

    protected Replays() {} // for the container's proxy

    @Inject
    public Replays(Database database, LiveEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Makes a replay; the leader begins with it within seconds.
     *
     * @throws io.milvaion.scheduler.ground.refusal.InvalidInput if one of the ids is no failed
     *     occurrence
     */
    public Replay create(ReplayRequest request) {
        var id = request.id() == null ? TimeOrderedId.next(Instant.now()) : request.id();
        if (request.id() != null && find(id).isPresent()) {
            return require(id);
        }
        database.transaction(
                connection -> {
                    NewReplay.insert(connection, id, request);
                    Audit.record(connection, made(id, request));
                    return null;
                });
        return told(id);
    }

    /**
     * @param after the last id of the page before, or null: the list goes from new to old
     * @param reach of whoever asks, who has to reach the jobs of all its items
     */
    public List<Replay> list(String state, UUID after, int limit, Reach reach) {
        return database.autocommit(
                connection ->
                        reach.narrowToAll(Sql.of(FROM), ITEMS, "i.job_id")
                                .where("r.state = :state", state)
                                .where("r.id < :after", after)
                                .then("order by r.id desc limit :limit")
                                .with("limit", limit)
                                .list(connection, Replay::of));
    }

    /**
     * @throws NotFound if there is none
     */
    public Replay require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound(NotFound.What.REPLAY, id));
    }

    private Optional<Replay> find(UUID id) {
        return database.autocommit(
                connection -> Sql.of(FROM).where("r.id = :id", id).first(connection, Replay::of));
    }

    /** No further item is worked on once this has returned. */
    public Replay pause(UUID id) {
        return change(id, Replay.PAUSED, "replay.pause");
    }

    public Replay resume(UUID id) {
        return change(id, Replay.RUNNING, "replay.resume");
    }

    /** Ends it; what has become new runs already goes on. */
    public Replay cancel(UUID id) {
        return change(id, Replay.CANCELLED, "replay.cancel");
    }

    private Replay change(UUID id, String state, String action) {
        boolean changed =
                database.transaction(
                        connection -> {
                            boolean open = change(connection, id, state);
                            if (open) {
                                Audit.record(connection, Deed.of(action).on("replay", id, null));
                            }
                            return open;
                        });
        if (!changed) {
            throw new ReplayHasEnded(id, require(id).state());
        }
        return told(id);
    }

    private static boolean change(Connection connection, UUID id, String state)
            throws SQLException {
        return Sql.of(
                                """
                                update replays
                                   set state = :state,
                                       ended_at = case :state when 'cancelled' then now() end
                                 where id = :id and state in ('running', 'paused')""")
                        .with("state", state)
                        .with("id", id)
                        .update(connection)
                == 1;
    }

    private static Deed made(UUID id, ReplayRequest request) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("occurrences", request.occurrenceIds());
        facts.put("filter", request.filter() == null ? null : request.filter().toString());
        facts.put("ratePerSecond", request.ratePerSecond());
        return Deed.of("replay.create").on("replay", id, null).with(facts).saying(request.note());
    }

    private Replay told(UUID id) {
        var replay = require(id);
        events.publish(ReplayEvents.updated(replay));
        return replay;
    }
}
