package io.milvaion.scheduler.run.tally;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Runs that end in all ways there are, some days around a midnight. */
final class MixedLoad {

    static final Instant FIRST = Instant.parse("2026-03-01T22:00:00Z");

    private final TrackingScene scene;
    private final Random random;
    private final List<UUID> jobs = new ArrayList<>();

    MixedLoad(TrackingScene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            jobs.add(scene.job(1, i == 0 ? "unknown" : "retry"));
        }
    }

    List<UUID> jobs() {
        return jobs;
    }

    /** So many runs from beginning to end, their reports mixed. */
    void run(int count) {
        var reports = new ArrayList<Reported>();
        for (int i = 0; i < count; i++) {
            reports.addAll(life(jobs.get(i % jobs.size()), i));
        }
        for (int from = 0; from < reports.size(); from += 17) {
            var part = reports.subList(from, Math.min(from + 17, reports.size()));
            scene.record(part.toArray(Reported[]::new));
        }
    }

    /** A run that its worker says has ended then, and taken so long. */
    void absurd(Instant at, long took) {
        var id = scene.run(jobs.get(1), Stage.READY);
        scene.record(report(id, 1, OccurrenceState.COMPLETED, at, at, took));
    }

    private List<Reported> life(UUID job, int number) {
        var id = scene.run(job, Stage.READY);
        var planned = FIRST.plusMillis(random.nextInt(200_000_000));
        scene.execute(
                "update occurrences set planned_at = ?::timestamptz, job_type = ? where id = ?",
                planned.toString(),
                number % 3 == 0 ? "odd" : "noop",
                id);
        var start = planned.plusMillis(random.nextInt(60_000) - 100);
        long took = (long) Math.exp(random.nextDouble() * 12);
        var running = report(id, 1, OccurrenceState.RUNNING, start, null);
        return switch (number % 8) {
            case 0 -> List.of(running, Reported.lost(id, 1, "w-1"), end(id, 1, start, took));
            case 1 -> List.of(running, failed(id, 1, start, took), end(id, 2, start, took + 1));
            case 2 -> List.of(failed(id, 1, start, took), failed(id, 2, start, took));
            case 3 ->
                    List.of(
                            running,
                            report(id, 1, OccurrenceState.TIMED_OUT, start, took),
                            report(id, 2, OccurrenceState.TIMED_OUT, start, took));
            case 4 -> List.of(running, report(id, 1, OccurrenceState.CANCELLED, start, took));
            case 5 -> cancelled(id, job);
            case 6 -> List.of(running, end(id, 1, start, took), end(id, 1, start, took));
            default -> List.of(end(id, 1, start, took));
        };
    }

    private List<Reported> cancelled(UUID id, UUID job) {
        scene.database.transaction(c -> Cancellation.end(c, id, job, "a test"));
        return Collections.emptyList();
    }

    private static Reported failed(UUID id, int attempt, Instant start, long took) {
        return report(id, attempt, OccurrenceState.FAILED, start, took);
    }

    private static Reported end(UUID id, int attempt, Instant start, long took) {
        return report(id, attempt, OccurrenceState.COMPLETED, start, took);
    }

    private static Reported report(
            UUID id, int attempt, OccurrenceState state, Instant start, Long took) {
        var begun = start.plus(Duration.ofMinutes(attempt - 1));
        return report(
                id, attempt, state, begun, took == null ? null : begun.plusMillis(took), took);
    }

    private static Reported report(
            UUID id, int attempt, OccurrenceState state, Instant begun, Instant ended, Long took) {
        return new Reported(
                "w-1",
                "group",
                new Report(
                        id, attempt, state, null, begun, ended, took, null, null, null, null, null,
                        false, null, null, null));
    }
}
