package io.milvaion.scheduler.see.why;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds up everything that is due, or everything of one type. */
final class DispatchCauses {

    private static final List<Function<Surroundings, Optional<Cause>>> DISPATCHING =
            List.of(
                    DispatchCauses::noLeader,
                    DispatchCauses::leadersChange,
                    DispatchCauses::databaseRefuses,
                    DispatchCauses::redisAway,
                    DispatchCauses::brokerAway,
                    DispatchCauses::queueFull);

    private DispatchCauses() {}

    /** Somebody wants nothing to be dispatched, due or not. */
    static Optional<Cause> stopped(Surroundings now) {
        return now.stop()
                .map(
                        stop ->
                                Cause.of(
                                                "dispatchingStopped",
                                                "Dispatching is stopped by "
                                                        + stop.stoppedBy()
                                                        + ": "
                                                        + stop.reason(),
                                                stop.stoppedAt())
                                        .about("stopId", stop.id()));
    }

    /** Somebody wants nothing of its type or group, or with its tag, to be dispatched. */
    static Optional<Cause> paused(Surroundings now) {
        return now.pause()
                .map(
                        pause ->
                                Cause.of("paused", pause.sentence(), pause.pausedAt())
                                        .about("pauseId", pause.id()));
    }

    /** Why nothing becomes a run, or reaches the queue. */
    static Stream<Cause> of(Surroundings now) {
        return DISPATCHING.stream().map(rule -> rule.apply(now)).flatMap(Optional::stream);
    }

    /** Why nothing that is in the queue starts. */
    static Optional<Cause> noWorker(String jobType, String group, Surroundings now) {
        if (now.workers() > 0) {
            return Optional.empty();
        }
        if (now.drained() > 0) {
            return Optional.of(
                    Cause.of(
                                    "workersDrained",
                                    (now.drained() == 1
                                                    ? "The only live worker that runs jobs of type "
                                                    : "All live workers that run jobs of type ")
                                            + jobType
                                            + (now.drained() == 1 ? " is" : " are")
                                            + " drained.",
                                    null)
                            .about("jobType", jobType));
        }
        return Optional.of(
                Cause.of(
                                "noWorker",
                                "No live worker"
                                        + (group == null ? "" : " of group " + group)
                                        + " runs jobs of type "
                                        + jobType
                                        + ".",
                                now.workerSeenAt())
                        .about("jobType", jobType));
    }

    /** The lease, which this node's health looks at, tells more than when the leader was seen. */
    private static Optional<Cause> noLeader(Surroundings now) {
        var lease = now.health().get(SystemHealth.LEADER);
        if (lease != null && lease.status() != Status.UP) {
            return Optional.of(
                    Cause.of(
                                    "noLeader",
                                    "No node dispatches: no leader, " + lease.detail() + ".",
                                    lease.since())
                            .about("node", now.leader()));
        }
        if (now.leaderAlive()) {
            return Optional.empty();
        }
        return Optional.of(
                Cause.of(
                                "noLeader",
                                "No node dispatches: "
                                        + (now.leader() == null
                                                ? "none has led yet."
                                                : now.leader()
                                                        + ", which led last, is not seen any more."),
                                now.leaderSeenAt())
                        .about("node", now.leader()));
    }

    private static Optional<Cause> leadersChange(Surroundings now) {
        return worse(
                now,
                Status.UP,
                SystemHealth.LEADER_CHANGES,
                "leaderChanges",
                "No leader stays long enough to get on");
    }

    private static Optional<Cause> databaseRefuses(Surroundings now) {
        return down(
                now,
                SystemHealth.WRITES,
                "databaseRefuses",
                "Nothing can be written to PostgreSQL");
    }

    private static Optional<Cause> redisAway(Surroundings now) {
        return down(now, SystemHealth.REDIS, "redisAway", "Redis does not answer");
    }

    private static Optional<Cause> brokerAway(Surroundings now) {
        return down(now, SystemHealth.BROKER, "brokerAway", "The broker does not answer");
    }

    private static Optional<Cause> down(
            Surroundings now, String component, String code, String sentence) {
        return worse(now, Status.DEGRADED, component, code, sentence);
    }

    private static Optional<Cause> worse(
            Surroundings now, Status than, String component, String code, String sentence) {
        return Optional.ofNullable(now.health().get(component))
                .filter(report -> report.status().compareTo(than) > 0)
                .map(
                        report ->
                                Cause.of(
                                        code,
                                        sentence
                                                + (report.detail().isEmpty()
                                                        ? "."
                                                        : ": " + report.detail()),
                                        report.since()));
    }

    private static Optional<Cause> queueFull(Surroundings now) {
        long waiting = now.waiting().orElse(0);
        if (waiting < now.maxQueued()) {
            return Optional.empty();
        }
        return Optional.of(
                Cause.of(
                                "queueFull",
                                waiting
                                        + " messages wait in the queue, and jobs are put off from "
                                        + now.maxQueued()
                                        + " on.",
                                null)
                        .about("queue", now.queue()));
    }
}
