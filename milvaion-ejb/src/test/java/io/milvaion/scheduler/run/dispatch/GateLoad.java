package io.milvaion.scheduler.run.dispatch;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.TriggerRefused;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.run.trigger.Triggers;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.gate.Recount;
import io.milvaion.scheduler.state.index.Batch;
import io.milvaion.scheduler.state.index.Completion;
import io.milvaion.scheduler.state.publish.Released;
import io.milvaion.scheduler.time.misfire.MisfirePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Goes at gated jobs by every route at once, from many threads with connections of their own: as
 * dispatchers, triggers, workers, users who cancel, and users who change the policy.
 */
public final class GateLoad {

    private static final int THREADS = 6;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final TrackingScene scene;
    private final List<UUID> jobs = new ArrayList<>();
    private final ManualTrigger trigger;
    private final DueJobs[] dueJobs = new DueJobs[THREADS];
    private volatile boolean stopping;

    public GateLoad(TrackingScene scene) {
        this.scene = scene;
        this.trigger = Triggers.on(scene, 50);
        for (int i = 0; i < THREADS; i++) {
            dueJobs[i] = new DueJobs(scene.database);
        }
    }

    /** A job that is due again and again; its runs are retried once, after a second. */
    public UUID job(OverlapPolicy policy, Integer maxConcurrent) {
        var job = scene.job(policy, 1, "retry");
        scene.execute(
                """
                update jobs set cron_expression = '* * * * * *', max_concurrent = ?,
                       retry_base_seconds = 1
                 where id = ?""",
                maxConcurrent,
                job);
        var next = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        scene.execute(
                """
                update job_schedule
                   set next_run_at = ?, synced_version = 1,
                       gated = (select open_limit is not null from jobs where id = job_id)
                 where job_id = ?""",
                next.atOffset(ZoneOffset.UTC),
                job);
        scene.index.plan(job, next);
        jobs.add(job);
        return job;
    }

    /** Runs until {@code enough}, which is asked again and again, says so; for a minute at most. */
    public void run(boolean changePolicies, BooleanSupplier enough) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        var pool = Executors.newFixedThreadPool(THREADS);
        var threads = new ArrayList<Future<?>>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads.add(pool.submit(() -> work(number, changePolicies)));
        }
        try {
            while (!enough.getAsBoolean()
                    && System.nanoTime() < end
                    && threads.stream().noneMatch(Future::isDone)) {
                // the threads work
            }
        } finally {
            stopping = true;
            pool.shutdown();
        }
        for (var thread : threads) {
            try {
                thread.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }

    /** Ends whatever is open until nothing is; fails when something is stuck. */
    public void drain() {
        scene.execute("update jobs set active = false");
        for (int i = 0; i < 20_000; i++) {
            var open = any(null, new Random(i));
            if (open == null) {
                return;
            }
            end(open, OccurrenceState.COMPLETED);
        }
    }

    private void work(int number, boolean changePolicies) {
        var random = new Random(number);
        while (!stopping) {
            var job = jobs.get(random.nextInt(jobs.size()));
            switch (random.nextInt(changePolicies ? 12 : 11)) {
                case 0, 1, 2 -> dispatch(dueJobs[number]);
                case 3, 4 -> trigger(job);
                case 5, 6, 7 -> end(any(job, random), OccurrenceState.COMPLETED);
                case 8, 9 -> end(any(job, random), OccurrenceState.FAILED);
                case 10 -> cancel(any(job, random));
                default -> changePolicy(job, random);
            }
        }
    }

    private void dispatch(DueJobs due) {
        var batch = scene.index.pop(Instant.now().plusSeconds(60), 10, Duration.ofSeconds(30), 0);
        var found = due.read(batch.jobs());
        var completions = new ArrayList<Completion>();
        var term = new Term(Long.parseLong(scene.one("select term from leader_terms")));
        for (UUID id : batch.jobs()) {
            completions.add(
                    Completion.of(
                            id,
                            found.containsKey(id) ? dispatch(found.get(id), batch, term) : null));
        }
        if (!batch.runs().isEmpty()) {
            scene.database.transaction(c -> DueRuns.take(c, batch.runs(), term)).runs();
        }
        batch.runs().forEach(run -> completions.add(Completion.done(run)));
        scene.index.complete(batch, completions, () -> {});
    }

    private Instant dispatch(DueJob job, Batch batch, Term term) {
        if (job.plannedAt().isAfter(batch.now())) {
            return job.plannedAt();
        }
        var plan =
                new PlannedRun(
                        job,
                        new MisfirePlan(
                                Optional.of(job.plannedAt()),
                                List.of(),
                                job.timetable().nextAfter(job.plannedAt()),
                                false));
        var result =
                scene.database.transaction(
                        c ->
                                new DispatchTransaction(c, term, 50)
                                        .run(List.of(plan), scene.index, batch.now()));
        scene.index.published(result.opened().stream().map(r -> r.key()).toList());
        return result.advanced().isEmpty() ? batch.now() : plan.next();
    }

    private void trigger(UUID job) {
        try {
            trigger.trigger(new TriggerRequest(job, null, null));
        } catch (TriggerRefused e) {
            // as the policy says
        }
    }

    private record Open(UUID id, UUID job, int attempt) {}

    private Open any(UUID job, Random random) {
        var rows =
                scene.list(
                        """
                        select id || ' ' || job_id || ' ' || attempt from occurrences
                         where state < 2 and stage is distinct from 1 and (?::uuid is null or job_id = ?)
                         limit 20""",
                        job,
                        job);
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.get(random.nextInt(rows.size())).split(" ", -1);
        return new Open(UUID.fromString(row[0]), UUID.fromString(row[1]), Integer.parseInt(row[2]));
    }

    private void end(Open run, OccurrenceState state) {
        if (run != null) {
            scene.ended(run.id(), run.attempt(), OccurrenceState.RUNNING);
            scene.ended(run.id(), run.attempt(), state);
        }
    }

    private void cancel(Open run) {
        if (run == null) {
            return;
        }
        scene.database.transaction(
                c -> {
                    var released = Cancellation.end(c, run.id(), run.job(), "cancelled by a user");
                    return Released.register(c, scene.index, released.orElse(List.of()));
                });
    }

    private void changePolicy(UUID job, Random random) {
        scene.database.transaction(
                c -> {
                    try (var change =
                                    c.prepareStatement(
                                            """
                                            update jobs set concurrency_policy = ?, max_concurrent = ?,
                                                   version = version + 1
                                             where id = ?""");
                            var lock =
                                    c.prepareStatement(
                                            """
                                            select 1 from job_schedule
                                             where job_id = ? for update""");
                            var version =
                                    c.prepareStatement(
                                            """
                                            update job_schedule
                                               set definition_version = definition_version + 1,
                                                   synced_version = definition_version + 1
                                             where job_id = ?""")) {
                        int policy = random.nextInt(3);
                        change.setInt(1, policy);
                        change.setObject(2, policy == 2 && random.nextBoolean() ? 2 : null);
                        change.setObject(3, job);
                        change.executeUpdate();
                        lock.setObject(1, job);
                        lock.execute();
                        version.setObject(1, job);
                        version.executeUpdate();
                        return Released.register(c, scene.index, Recount.of(c, job).released());
                    }
                });
    }
}
