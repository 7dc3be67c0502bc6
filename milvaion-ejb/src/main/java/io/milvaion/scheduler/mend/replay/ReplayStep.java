package io.milvaion.scheduler.mend.replay;

import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Actor;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.NewRun;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One transaction of a replay; the package description says what happens in it. */
final class ReplayStep {

    private final Database database;
    private final ManualTrigger trigger;

    ReplayStep(Database database, ManualTrigger trigger) {
        this.database = database;
        this.trigger = trigger;
    }

    /**
     * What a step has done.
     *
     * @param replay as it is now; null if it does not run any more
     * @param lastJob where the next step goes on; null at the end
     */
    record Outcome(Replay replay, List<NewRun> made, int refused, UUID lastJob) {

        private static Outcome stopped() {
            return new Outcome(null, List.of(), 0, null);
        }

        boolean changedSomething() {
            return !made.isEmpty() || refused > 0;
        }
    }

    /** What becomes of the items of a step. */
    private record Sorted(Map<UUID, NewRun> made, Map<UUID, String> refused) {}

    /**
     * Works on waiting items.
     *
     * @param limit how many at most
     * @throws TermOver if another node leads
     */
    Outcome run(UUID replayId, UUID afterJob, int limit, TermFence fence) {
        var outcome =
                database.transaction(
                        connection -> {
                            fence.check(connection);
                            return run(connection, replayId, afterJob, limit);
                        });
        trigger.follow(outcome.made());
        return outcome;
    }

    private Outcome run(Connection connection, UUID replayId, UUID afterJob, int limit)
            throws SQLException {
        var shared = ReplayRows.lock(connection, replayId);
        if (shared.isEmpty()) {
            return Outcome.stopped();
        }
        var items = ReplayRows.waiting(connection, replayId, afterJob, limit);
        var sorted = sortFor(shared.get(), connection, items);
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
        var replay =
                ReplayRows.count(connection, replayId, retriedAs.size(), sorted.refused().size());
        var made = List.copyOf(sorted.made().values());
        trigger.register(made);
        return new Outcome(
                replay,
                made,
                sorted.refused().size(),
                items.size() < limit ? null : items.get(items.size() - 1).jobId());
    }

    /** New runs are triggered by whoever has asked for the replay. */
    @SuppressWarnings("try") // it is bound to the thread
    private Sorted sortFor(ReplayRows.Shared shared, Connection connection, List<ReplayItem> items)
            throws SQLException {
        try (var acting = Acting.as(Actor.named(shared.createdBy()))) {
            return sort(connection, items, shared);
        }
    }

    private Sorted sort(Connection connection, List<ReplayItem> items, ReplayRows.Shared shared)
            throws SQLException {
        var sorted = new Sorted(new LinkedHashMap<>(), new LinkedHashMap<>());
        var closed = new HashSet<UUID>();
        for (var item : items) {
            if (closed.contains(item.jobId())) {
                continue;
            }
            var data = data(item, shared);
            var reason = reasonToRefuse(item, data);
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
