package io.milvaion.scheduler.run.dispatch;

import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.failpoint.Failpoint;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.Batch;
import io.milvaion.scheduler.state.index.Completion;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.state.publish.RunPublisher;
import io.milvaion.scheduler.state.stop.DispatchingStopped;
import io.milvaion.scheduler.time.misfire.Misfires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Takes one batch from due to published. Called by the drain's thread alone; the confirms and the
 * completion of a batch go on beside the next one.
 */
@ApplicationScoped
public class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int FULL_BATCHES_IN_FLIGHT = 2;

    /** Of a batch after a pause. */
    private static final int FIRST_SIZE = 100;

    /** A run that the broker did not confirm is published again after this long. */
    private static final Duration PUBLISH_AGAIN = Duration.ofSeconds(5);

    /** A job whose queue is full is looked at again after this long. */
    private static final Duration WHILE_FULL = Duration.ofSeconds(5);

    @Inject Database database;
    @Inject RunIndex index;
    @Inject Redis redis;
    @Inject RunPublisher publisher;
    @Inject RedisClock clock;
    @Inject QueueDepths depths;
    @Inject Announcements announcements;
    @Resource ManagedThreadFactory threads;

    private Semaphore inFlight; // a permit for each member of a batch
    private int size; // of the next batch at most
    private ExecutorService completing; // a managed one saves the context of each caller anew
    private DispatchSettings settings;
    private RunLimits limits;
    private DueJobs dueJobs;
    private Term lastTerm;
    private long firstDeadline; // of that term: leases that end before are of another

    @PostConstruct
    void configure() {
        settings = DispatchSettings.from(SettingsReader.ofApplication());
        limits = RunLimits.from(SettingsReader.ofApplication());
        dueJobs = new DueJobs(database);
        inFlight = new Semaphore(FULL_BATCHES_IN_FLIGHT * settings.batchSize());
        size = firstSize();
        completing = Executors.newFixedThreadPool(FULL_BATCHES_IN_FLIGHT, threads);
    }

    @PreDestroy
    void stop() {
        completing.shutdown();
    }

    /**
     * Dispatches what is due, at most one batch; waits while too many members are in flight. Small
     * batches do not wait for each other's confirms, which a broker gives some milliseconds later.
     *
     * <p>While much is due, batches double from {@value #FIRST_SIZE} to the size that is set: what
     * comes first in a burst, as at each full minute, need not wait until all of it is committed,
     * and workers begin while the dispatcher goes on.
     *
     * @param dueAgain told when a batch has been completed and something in it is still due: until
     *     then no pop finds it
     * @return what was popped: when it is empty, {@link Batch#nextDue} tells when to come again
     */
    Batch dispatch(Term term, Runnable dueAgain) throws InterruptedException {
        int most = size;
        inFlight.acquire(most);
        int held = 0;
        try {
            boolean newTerm = !term.equals(lastTerm);
            var until = clock.now().plus(redis.timeout());
            var takenOver = newTerm ? RunIndex.ALL_LEASES : firstDeadline;
            var batch = index.pop(until, most, settings.lease(), takenOver);
            clock.read(batch.now());
            if (batch.tooLate()) {
                return batch;
            }
            if (newTerm) {
                lastTerm = term;
                firstDeadline = batch.deadline();
            }
            size = batch.size() < most ? firstSize() : Math.min(2 * most, settings.batchSize());
            if (!batch.isEmpty()) {
                Failpoint.reach("after-pop");
                announcements.popped(batch.size());
                var outcome = decideOrGiveBack(batch, term);
                publish(batch, outcome, dueAgain);
                held = batch.size();
            }
            return batch;
        } finally {
            inFlight.release(most - held);
        }
    }

    private int firstSize() {
        return Math.min(FIRST_SIZE, settings.batchSize());
    }

    /**
     * What a batch has to publish, and how its leases end.
     *
     * @param putOff entries of {@code ready} that an emergency stop keeps there
     */
    private record Outcome(List<OutgoingRun> runs, List<Completion> jobs, Set<AttemptKey> putOff) {}

    /**
     * While PostgreSQL is away a batch must not keep its leases: it would delay its runs by as much
     * once PostgreSQL is back. Also right when the commit has happened: what is popped again is
     * read again.
     */
    private Outcome decideOrGiveBack(Batch batch, Term term) {
        try {
            return decide(batch, term);
        } catch (DatabaseUnavailable e) {
            try {
                index.complete(batch, batch.givenBack());
            } catch (JedisException unanswered) { // the leases end by themselves
                e.addSuppressed(unanswered);
            }
            throw e;
        }
    }

    private Outcome decide(Batch batch, Term term) {
        var jobs = dueJobs.read(batch.jobs());
        var completions = new ArrayList<Completion>();
        var planned = plan(batch, jobs, completions);
        var runs = new ArrayList<OutgoingRun>();
        var putOff = new HashSet<AttemptKey>();
        try {
            if (!planned.isEmpty()) {
                runs.addAll(open(batch, planned, jobs, completions, term));
            }
        } catch (DispatchingStopped e) {
            planned.forEach(
                    run -> completions.add(Completion.of(run.jobId(), run.job().plannedAt())));
        }
        try {
            if (!batch.runs().isEmpty()) {
                runs.addAll(
                        database.transaction(
                                connection -> DueRuns.take(connection, batch.runs(), term)));
            }
        } catch (DispatchingStopped e) {
            putOff.addAll(batch.runs());
        }
        return new Outcome(runs, completions, putOff);
    }

    private List<OutgoingRun> open(
            Batch batch,
            List<PlannedRun> planned,
            Map<UUID, DueJob> jobs,
            List<Completion> completions,
            Term term) {
        var result =
                database.transaction(
                        connection ->
                                new DispatchTransaction(connection, term, limits.maxHeld())
                                        .run(planned, index, batch.now()));
        Failpoint.reach("after-insert");
        announcements.opened(result.opened());
        announcements.skipped(result.skipped(), skip -> jobs.get(skip.jobId()).name());
        announcements.late(result.late());
        planned.stream()
                .filter(run -> run.plan().isMisfire())
                .filter(run -> result.advanced().contains(run.jobId()))
                .forEach(run -> announcements.misfire(run, batch.now()));
        for (var run : planned) {
            completions.add(
                    Completion.of(
                            run.jobId(),
                            result.advanced().contains(run.jobId()) ? run.next() : batch.now()));
        }
        return result.opened();
    }

    /**
     * Plans the jobs that are due in PostgreSQL, too, and completes the others with what it says.
     */
    private List<PlannedRun> plan(
            Batch batch, Map<UUID, DueJob> jobs, List<Completion> completions) {
        var planned = new ArrayList<PlannedRun>();
        for (UUID id : batch.jobs()) {
            var job = jobs.get(id);
            if (job == null) {
                completions.add(Completion.of(id, null));
            } else if (job.plannedAt().isAfter(batch.now()) || job.data() == null) {
                completions.add(Completion.of(id, job.plannedAt()));
            } else if (queueIsFull(job)) {
                completions.add(Completion.of(id, batch.now().plus(WHILE_FULL)));
            } else {
                planned.add(
                        new PlannedRun(
                                job,
                                Misfires.plan(
                                        job.timetable(),
                                        job.misfirePolicy(),
                                        job.plannedAt(),
                                        batch.now(),
                                        settings.misfireThreshold())));
            }
        }
        return planned;
    }

    private boolean queueIsFull(DueJob job) {
        var queue = BrokerNames.jobQueue(job.workerGroup(), job.jobType());
        return depths.ready(queue).orElse(0) >= limits.maxQueued();
    }

    private void publish(Batch batch, Outcome outcome, Runnable dueAgain) {
        publisher
                .publish(outcome.runs())
                .thenAcceptAsync(
                        confirmed -> {
                            if (complete(batch, outcome, confirmed)) {
                                dueAgain.run();
                            }
                        },
                        completing)
                .whenComplete((done, failure) -> inFlight.release(batch.size()));
    }

    /** Returns whether something in the batch is due again already. */
    private boolean complete(Batch batch, Outcome outcome, Set<AttemptKey> confirmed) {
        Failpoint.reach("after-confirm");
        announcements.published(outcome.runs(), confirmed.size());
        try {
            var completions = new ArrayList<>(outcome.jobs());
            var unconfirmed = new HashSet<AttemptKey>();
            outcome.runs().forEach(run -> unconfirmed.add(run.key()));
            unconfirmed.removeAll(confirmed);
            unconfirmed.addAll(outcome.putOff());
            Instant later = clock.now().plus(PUBLISH_AGAIN);
            for (var run : batch.runs()) {
                completions.add(
                        unconfirmed.contains(run)
                                ? Completion.later(run, later)
                                : Completion.done(run));
            }
            index.complete(batch, completions);
            index.published(confirmed);
            Failpoint.reach("after-complete");
            Instant now = clock.now();
            return completions.stream().anyMatch(c -> c.next() != null && !c.next().isAfter(now));
        } catch (JedisException e) { // the leases end by themselves
            LOG.log(System.Logger.Level.WARNING, "a batch is completed later: {0}", e.toString());
            return false;
        }
    }
}
