package io.milvaion.scheduler.mend.replay;

import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationRows;
import io.milvaion.scheduler.mend.operation.OperationStep;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.NewRun;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One transaction of a replay; the package description says what happens in it. */
@ApplicationScoped
public class ReplayStep implements OperationStep {

    private Database database;
    private ManualTrigger trigger;

    protected ReplayStep() {} // for the container's proxy

    @Inject
    public ReplayStep(Database database, ManualTrigger trigger) {
        this.database = database;
        this.trigger = trigger;
    }

    /** What a transaction has done. */
    private record Done(Outcome outcome, List<NewRun> made) {}

    /** What becomes of the items of a step. */
    private record Sorted(Map<UUID, NewRun> made, Map<UUID, String> refused) {}

    @Override
    public boolean worksOn(BulkOperation operation) {
        return operation.isReplay();
    }

    @Override
    public List<LiveEvent> alsoTold(BulkOperation now) {
        return List.of(ReplayEvents.updated(Replay.of(now)));
    }

    @Override
    public Outcome run(BulkOperation operation, Part part, TermFence fence) {
        return run(operation.id(), part, fence);
    }

    Outcome run(UUID replayId, Part part, TermFence fence) {
        var done =
                database.transaction(
                        connection -> {
                            fence.check(connection);
                            return run(connection, replayId, part);
                        });
        trigger.follow(done.made());
        return done.outcome();
    }

    private Done run(Connection connection, UUID replayId, Part part) throws SQLException {
        var shared = ReplayRows.lock(connection, replayId);
        if (shared.isEmpty()) {
            return new Done(Outcome.stopped(), List.of());
        }
        var items = ReplayRows.waiting(connection, replayId, part.after(), part.limit());
        var sorted = sort(connection, items, shared.get(), part.reach());
        var retriedAs = new LinkedHashMap<UUID, UUID>();
        sorted.made().forEach((id, made) -> retriedAs.put(id, made.occurrenceId()));
        ReplayRows.done(connection, replayId, retriedAs);
        ReplayRows.refused(connection, replayId, sorted.refused());
        ReplayRows.retried(connection, retriedAs, shared.get().createdBy(), shared.get().note());
        OccurrenceJournal.write(
                connection,
                retriedAs.entrySet().stream()
                        .map(e -> line(e.getValue(), e.getKey(), shared.get()))
                        .toList());
        int done = retriedAs.size();
        int refused = sorted.refused().size();
        var now = OperationRows.count(connection, replayId, done, refused);
        var made = List.copyOf(sorted.made().values());
        trigger.register(made);
        var next = items.size() < part.limit() ? null : items.get(items.size() - 1).jobId();
        return new Done(new Outcome(now, done, refused, next), made);
    }

    private Sorted sort(
            Connection connection, List<ReplayItem> items, ReplayRows.Shared shared, Reach reach)
            throws SQLException {
        var jobs = items.stream().map(ReplayItem::jobId).toList();
        var reached = OperationRows.reached(connection, reach, jobs);
        var sorted = new Sorted(new LinkedHashMap<>(), new LinkedHashMap<>());
        var closed = new HashSet<UUID>();
        for (var item : items) {
            if (closed.contains(item.jobId())) {
                continue;
            }
            var data = data(item, shared);
            var reason =
                    reached.contains(item.jobId())
                            ? reasonToRefuse(item, data)
                            : OperationRows.OUT_OF_REACH;
            if (reason != null) {
                sorted.refused().put(item.occurrenceId(), reason);
                continue;
            }
            try {
                sorted.made()
                        .put(item.occurrenceId(), trigger.make(connection, request(item, data)));
            } catch (NotFound e) {
                sorted.refused().put(item.occurrenceId(), "its job was deleted");
            } catch (Refusal e) { // not now: it stays waiting
                closed.add(item.jobId());
            }
        }
        return sorted;
    }

    private static OccurrenceJournal.Line line(
            UUID newId, UUID failedId, ReplayRows.Shared shared) {
        return Retry.line(newId, failedId, shared.presentDefinition(), shared.createdBy());
    }

    private static TriggerRequest request(ReplayItem item, String data) {
        return TriggerRequest.retry(
                item.jobId(), item.jobVersion(), data, null, item.occurrenceId());
    }

    private static String reasonToRefuse(ReplayItem item, String data) {
        if (!item.listed()) {
            return "it is not in the list of failed occurrences any more";
        }
        if (item.retriedAs() != null) {
            return "it was retried before, as " + item.retriedAs();
        }
        if (item.jobData() == null) {
            return "its job was deleted";
        }
        return data != null && JobRules.isLonger(data, JobRules.MAX_DATA_BYTES)
                ? "its data would be longer than " + JobRules.MAX_DATA_BYTES + " bytes"
                : null;
    }

    private static String data(ReplayItem item, ReplayRows.Shared shared) {
        if (shared.data() != null) {
            return shared.data();
        }
        if (shared.patch() == null) {
            return item.ownData();
        }
        var before = item.ownData() == null ? item.jobData() : item.ownData();
        return MergePatch.apply(before == null ? "{}" : before, shared.patch());
    }
}
