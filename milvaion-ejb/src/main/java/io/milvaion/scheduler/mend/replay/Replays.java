package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationState;
import io.milvaion.scheduler.mend.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Replays as people make, watch and stop them. */
@ApplicationScoped
public class Replays {

    private Operations operations;
    private LiveEvents events;

    protected Replays() {} // for the container's proxy

    @Inject
    public Replays(Operations operations, LiveEvents events) {
        this.operations = operations;
        this.events = events;
    }

    /**
     * Makes a replay; the leader begins with it within seconds.
     *
     * @throws io.milvaion.scheduler.ground.refusal.InvalidInput if one of the ids is no failed
     *     occurrence
     */
    public Replay create(ReplayRequest request) {
        return told(
                operations.create(
                        request.operation(),
                        (connection, id) -> ReplayItems.insert(connection, id, request)));
    }

    /**
     * @param state or null
     * @param after the last id of the page before, or null: the list goes from new to old
     * @param reach of whoever asks, who has to reach the jobs of all its items
     */
    public List<Replay> list(String state, UUID after, int limit, Reach reach) {
        var which =
                new Operations.Which(
                        Set.of(ReplayRequest.TARGET),
                        BulkOperation.REPLAY,
                        state == null ? null : Replay.STATES.get(state),
                        null,
                        reach);
        return operations.list(which, after, limit).stream().map(Replay::of).toList();
    }

    /**
     * @throws NotFound if there is none
     */
    public Replay require(UUID id) {
        return Replay.of(find(id));
    }

    private BulkOperation find(UUID id) {
        return operations
                .find(id)
                .filter(BulkOperation::isReplay)
                .orElseThrow(() -> new NotFound(NotFound.What.REPLAY, id));
    }

    /** No further item is worked on once this has returned. */
    public Replay pause(UUID id) {
        return told(operations.change(find(id), OperationState.PAUSED));
    }

    public Replay resume(UUID id) {
        return told(operations.change(find(id), OperationState.RUNNING));
    }

    /** Ends it; what has become new runs already goes on. */
    public Replay cancel(UUID id) {
        return told(operations.change(find(id), OperationState.CANCELLED));
    }

    private Replay told(BulkOperation operation) {
        var replay = Replay.of(operation);
        events.publish(ReplayEvents.updated(replay));
        return replay;
    }
}
