package io.milvaion.scheduler.run.dispatch;

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
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Takes one batch from due to published. Called by the drain's thread alone; the confirms and the
 * completion of a batch go on beside the next one.
 */
@ApplicationScoped
public class Dispatcher {

    private static final int FULL_BATCHES_IN_FLIGHT = 2;

    /** Of a batch after a pause. */
    private static final int FIRST_SIZE = 100;

    /** A run that the broker did not confirm is published again after this long. */
    private static final Duration PUBLISH_AGAIN = Duration.ofSeconds(5);

    @Inject Database database;
    @Inject RunIndex index;
    @Inject Redis redis;
    @Inject RunPublisher publisher;
    @Inject RedisClock clock;
    @Inject QueueDepths depths;
    @Inject Announcements announcements;
    @Resource ManagedThreadFactory threads;

    private Semaphore inFlight; // a permit for each run or member of a batch
    private int size; // of the next batch at most
    private ExecutorService completing; // a managed one saves the context of each caller anew
    private DispatchSettings settings;
    private RunLimits limits;
    private DueJobs dueJobs;
    private BatchPlanner planner;
    private Term lastTerm;
    private long firstDeadline; // of that term: leases that end before are of another

    @PostConstruct
    void configure() {
        var reader = SettingsReader.ofApplication();
        configure(DispatchSettings.from(reader), RunLimits.from(reader));
    }

    void configure(DispatchSettings with, RunLimits within) {
        settings = with;
        limits = within;
        dueJobs = new DueJobs(database);
        planner = new BatchPlanner(with, within, depths);
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
            var batch = pop(most, newTerm ? RunIndex.ALL_LEASES : firstDeadline);
            clock.read(batch.now());
            if (batch.tooLate()) {
                return batch;
            }
            if (newTerm) {
                lastTerm = term;
                firstDeadline = batch.deadline();
                dueJobs = new DueJobs(database); // it remembers by version: a restore reuses them
            }
            size = firstSize();
            if (!batch.isEmpty()) {
                Failpoint.reach("after-pop");
                announcements.popped(batch.size());
                var outcome = decideOrGiveBack(batch, most, term);
                held = Math.max(batch.size(), outcome.runs().size());
                size = held < most ? firstSize() : Math.min(2 * most, settings.batchSize());
                publish(batch, outcome, dueAgain, held);
            }
            return batch;
        } finally {
            inFlight.release(most - held);
        }
    }

    /** What an unanswered pop has leased is nobody's: the next one takes over all leases. */
    private Batch pop(int most, long takenOver) {
        var until = clock.now().plus(redis.timeout());
        try {
            return index.pop(until, most, settings.lease(), takenOver);
        } catch (JedisException e) {
            lastTerm = null;
            throw e;
        }
    }

    private int firstSize() {
        return Math.min(FIRST_SIZE, settings.batchSize());
    }

    /**
     * What a batch has to publish, and how its leases end.
     *
     * @param putOff entries of {@code ready} that an emergency stop or a pause keeps there
     */
    private record Outcome(List<OutgoingRun> runs, List<Completion> jobs, Set<AttemptKey> putOff) {}

    /**
     * While PostgreSQL or Redis is away a batch must not keep its leases: it would delay its runs
     * by as much once they are back. Also right when the commit has happened: what is popped again
     * is read again.
     */
    private Outcome decideOrGiveBack(Batch batch, int most, Term term) {
        try {
            return decide(batch, most, term);
        } catch (DatabaseUnavailable | JedisException e) {
            index.giveBack(batch);
            throw e;
        }
    }

    private Outcome decide(Batch batch, int most, Term term) {
        var jobs = dueJobs.read(batch.jobs());
        var plan = planner.plan(batch, jobs, most - batch.runs().size());
        var planned = plan.runs();
        var opened = open(batch, planned, jobs, term);
        var completions = new ArrayList<>(plan.others());
        completions.addAll(opened.jobs());
        var runs = new ArrayList<>(opened.runs());
        var putOff = new HashSet<AttemptKey>();
        try {
            if (!batch.runs().isEmpty()) {
                var taken =
                        database.transaction(
                                connection -> DueRuns.take(connection, batch.runs(), term));
                runs.addAll(taken.runs());
                putOff.addAll(taken.paused());
            }
        } catch (DispatchingStopped e) {
            putOff.addAll(batch.runs());
        }
        return new Outcome(runs, completions, putOff);
    }

    /** Runs to publish, and how the leases of the planned jobs end. */
    private record Opened(List<OutgoingRun> runs, List<Completion> jobs) {}

    private Opened open(Batch batch, List<PlannedRun> planned, Map<UUID, DueJob> jobs, Term term) {
        if (planned.isEmpty()) {
            return new Opened(List.of(), List.of());
        }
        DispatchTransaction.Result result;
        try {
            result =
                    database.transaction(
                            connection ->
                                    new DispatchTransaction(connection, term, limits.maxHeld())
                                            .run(planned, index, batch.now()));
        } catch (DispatchingStopped e) {
            return new Opened(List.of(), completions(planned, run -> run.job().plannedAt()));
        }
        Failpoint.reach("after-insert");
        announcements.opened(result.opened());
        announcements.skipped(result.skipped(), skip -> jobs.get(skip.jobId()).name());
        announcements.late(result.late());
        planned.stream()
                .filter(run -> run.plan().isMisfire())
                .filter(run -> result.advanced().contains(run.jobId()))
                .forEach(run -> announcements.misfire(run, batch.now()));
        var advanced = result.advanced();
        return new Opened(
                result.opened(),
                completions(
                        planned, run -> advanced.contains(run.jobId()) ? run.next() : batch.now()));
    }

    private static List<Completion> completions(
            List<PlannedRun> planned, Function<PlannedRun, Instant> next) {
        return planned.stream()
                .filter(PlannedRun::last)
                .map(run -> Completion.of(run.jobId(), next.apply(run)))
                .toList();
    }

    private void publish(Batch batch, Outcome outcome, Runnable dueAgain, int held) {
        publisher
                .publish(outcome.runs())
                .thenAcceptAsync(
                        confirmed -> complete(batch, outcome, confirmed, dueAgain), completing)
                .whenComplete((done, failure) -> inFlight.release(held));
    }

    private void complete(
            Batch batch, Outcome outcome, Set<AttemptKey> confirmed, Runnable dueAgain) {
        Failpoint.reach("after-confirm");
        announcements.published(outcome.runs(), confirmed.size());
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
        index.complete(batch, completions, () -> wakeIfDue(completions, dueAgain));
        index.published(confirmed);
        Failpoint.reach("after-complete");
    }

    private void wakeIfDue(List<Completion> completions, Runnable dueAgain) {
        Instant now = clock.now();
        if (completions.stream().anyMatch(c -> c.next() != null && !c.next().isAfter(now))) {
            dueAgain.run();
        }
    }
}
