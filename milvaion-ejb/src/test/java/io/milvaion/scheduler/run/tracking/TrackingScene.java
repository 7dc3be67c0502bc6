package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.autodisable.AutoDisableSettings;
import io.milvaion.scheduler.job.autodisable.FailureCounter;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.run.inbox.SenderScene;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.UnknownRuns;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.flow.Flows;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceSnapshot;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.RunPublisher;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A tracker on real servers, jobs and runs to report on, and what the tracker has done. */
public final class TrackingScene implements AutoCloseable {

    /** Remembers instead of publishing. */
    public static class Published extends RunPublisher {
        private final List<OutgoingRun> runs = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<Set<AttemptKey>> publish(List<OutgoingRun> published) {
            runs.addAll(published);
            var confirmed = new HashSet<AttemptKey>();
            published.forEach(run -> confirmed.add(run.key()));
            return CompletableFuture.completedFuture(confirmed);
        }

        @Override
        public void publishAndForget(List<OutgoingRun> published) {
            runs.addAll(published);
        }

        @Override
        public boolean isStopped() {
            return false;
        }

        public List<OutgoingRun> runs() {
            return runs;
        }
    }

    /** Remembers instead of sending. */
    public static final class Heard extends LiveEvents {
        private final List<LiveEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LiveEvent event) {
            events.add(event);
        }
    }

    /** Remembers jobs instead of deactivating them. */
    private static final class Tripped extends AutoDisable {
        private final List<UUID> jobs = new CopyOnWriteArrayList<>();

        @Override
        public void settle(Collection<UUID> jobIds) {
            jobs.addAll(jobIds);
        }
    }

    public final Database database;
    public final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    public final RunIndex index = new RunIndex(redis);
    public final Published published = new Published();
    public final Heard heard = new Heard();
    private final Tripped tripped = new Tripped();
    public final Tracker tracker;

    public TrackingScene() {
        this(Services.database());
    }

    /** What its trackers have counted. */
    public final Flows flows = new Flows();

    public TrackingScene(Database database) {
        this.database = database;
        this.tracker = newTracker();
    }

    public LiveEvents liveEvents() {
        return heard;
    }

    public Tracker newTracker() {
        var metrics = new Metrics();
        return new Tracker(
                database,
                new Recorder(
                        index,
                        new RedisClock(),
                        new RetrySettings(3, 5, Duration.ofHours(1), 0.2),
                        new FailureCounter(new AutoDisableSettings(true, 5, Duration.ofHours(1)))),
                new FollowUp(
                        new CancelSignals(redis), index, published, heard, metrics, flows, tripped),
                metrics,
                1_000);
    }

    /** Consumes reports as a node does, until it is closed. */
    public AutoCloseable consume(BrokerLink link) {
        return consume(link, SenderScene.unchecked());
    }

    /** Likewise, hearing only whom these tell. */
    AutoCloseable consume(BrokerLink link, Senders senders) {
        return new StatusConsumer(
                link,
                tracker,
                new Markers(redis),
                unknownRuns(),
                senders,
                Executors.defaultThreadFactory());
    }

    public UnknownRuns unknownRuns() {
        return new UnknownRuns(index, new Metrics());
    }

    /** Consumes logs as a node does, until it is closed. */
    AutoCloseable consumeLogs(BrokerLink link) {
        return consumeLogs(link, SenderScene.unchecked());
    }

    AutoCloseable consumeLogs(BrokerLink link, Senders senders) {
        return new LogConsumer(link, database, heard, senders, Executors.defaultThreadFactory());
    }

    public List<String> events() {
        return heard.events.stream().map(LiveEvent::type).toList();
    }

    /** What events of a type have said of progress. */
    List<Integer> progressOf(String type) {
        return heard.events.stream()
                .filter(event -> event.type().equals(type))
                .map(event -> ((OccurrenceSnapshot) event.data()).progress())
                .collect(Collectors.toList()); // which may hold null
    }

    /** Jobs that were to be deactivated, once for each time. */
    List<UUID> tripped() {
        return tripped.jobs;
    }

    /** Stores a job that is not gated. */
    public UUID job(Integer maxRetries, String onWorkerLost) {
        return job(OverlapPolicy.PARALLEL, maxRetries, onWorkerLost);
    }

    public UUID job(OverlapPolicy policy, Integer maxRetries, String onWorkerLost) {
        var id = UUID.randomUUID();
        execute(
                """
                insert into jobs (id, display_name, job_type, concurrency_policy, max_retries,
                                  on_worker_lost)
                values (?, 'a job', 'noop', ?, ?, ?)""",
                id,
                policy.code(),
                maxRetries,
                onWorkerLost);
        execute(
                """
                insert into job_schedule (job_id, definition_version, gated)
                select id, 1, open_limit is not null from jobs where id = ?""",
                id);
        return id;
    }

    /**
     * Edits a job; what it was stays as a version.
     *
     * @param changes columns and their values, as SQL
     */
    public void edit(UUID job, String changes) {
        execute(
                """
                insert into job_versions (job_id, version, changed_at, changed_by, kind, definition)
                select id, version, now(), 'ann', 'edited',
                       jsonb_strip_nulls(jsonb_build_object(
                           'displayName', display_name, 'jobType', job_type,
                           'workerGroup', worker_group, 'jobData', job_data,
                           'timeoutSeconds', timeout_seconds, 'maxRetries', max_retries,
                           'retryBaseSeconds', retry_base_seconds,
                           'onWorkerLost', on_worker_lost))
                  from jobs where id = ?""",
                job);
        execute("update jobs set version = version + 1, " + changes + " where id = ?", job);
    }

    /** Stores a run as a dispatcher or trigger does. */
    public UUID run(UUID job, Stage stage) {
        return run(job, stage, TimeOrderedId.next(Instant.now()));
    }

    public UUID run(UUID job, Stage stage, UUID id) {
        execute(
                """
                insert into occurrences (id, job_id, job_version, job_type, planned_at, available_at,
                                         stage)
                select ?, ?, 1, 'noop', now(), case s when 2 then now() end, s
                  from (values (?::smallint)) as v (s)""",
                id,
                job,
                stage.code());
        if (stage == Stage.HELD) {
            execute("insert into held_runs (job_id, occurrence_id) values (?, ?)", job, id);
            execute("update job_schedule set held_count = held_count + 1 where job_id = ?", job);
        } else {
            execute(
                    """
                    update job_schedule set open_count = open_count + 1, open_occurrence_id = ?
                     where job_id = ? and gated""",
                    id,
                    job);
        }
        index.opened(List.of(id), Instant.now());
        return id;
    }

    /** Has the tracker record reports, as one batch. */
    public void record(Reported... reports) {
        record(tracker, List.of(reports));
    }

    /** Has an attempt reported as ended. */
    public void ended(UUID run, int attempt, OccurrenceState state) {
        record(Reports.of(run, attempt, state));
    }

    /** Has the first attempt reported as timed out while its job goes on. */
    public void abandoned(UUID run) {
        record(Reports.abandoned(run, 1, OccurrenceState.TIMED_OUT, true));
    }

    /** Has an attempt reported as failed. */
    public void failed(UUID run, int attempt, String errorType, String error, boolean permanent) {
        record(Reports.failed(run, attempt, errorType, error, permanent));
    }

    static void record(Tracker tracker, List<Reported> reports) {
        try {
            tracker.record(
                    reports,
                    (reported, cause) -> {
                        throw new AssertionError("refused: " + reported, cause);
                    });
        } catch (Exception e) { // what record declares
            throw new AssertionError(e);
        }
    }

    public String state(UUID run) {
        return one(
                """
                select state || coalesce('/' || stage, '') || '#' || attempt
                  from occurrences where id = ?""",
                run);
    }

    public Map<Integer, OccurrenceState> attempts(UUID run) throws SQLException {
        return database.autocommit(c -> AttemptRows.states(c, List.of(run)))
                .getOrDefault(run, Map.of());
    }

    /**
     * Has a worker hold a run, or have ended it.
     *
     * @param leaseSeconds from now on
     */
    public void claim(UUID run, int attempt, String state, int leaseSeconds) {
        long lease = System.currentTimeMillis() + leaseSeconds * 1_000L;
        redis.pool()
                .hset(
                        redis.keys().claim(run),
                        Map.of(
                                ClaimField.ATTEMPT,
                                Integer.toString(attempt),
                                ClaimField.INSTANCE,
                                "w-7",
                                ClaimField.TOKEN,
                                "t",
                                ClaimField.STATE,
                                state,
                                ClaimField.LEASE,
                                Long.toString(lease)));
    }

    public boolean isOpen(UUID run) {
        return redis.pool().zscore(redis.keys().open(), run.toString()) != null;
    }

    public Double readyAt(UUID run, int attempt) {
        return redis.pool().zscore(redis.keys().ready(), run + ":" + attempt);
    }

    public void execute(String sql, Object... arguments) {
        database.transaction(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < arguments.length; i++) {
                            statement.setObject(i + 1, arguments[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    /** The first column of the only row, as text; null if there is no row. */
    public String one(String sql, Object... arguments) {
        var rows = list(sql, arguments);
        return rows.isEmpty() ? null : rows.get(0);
    }

    public List<String> list(String sql, Object... arguments) {
        return database.autocommit(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < arguments.length; i++) {
                            statement.setObject(i + 1, arguments[i]);
                        }
                        try (var row = statement.executeQuery()) {
                            var values = new ArrayList<String>();
                            while (row.next()) {
                                values.add(row.getString(1));
                            }
                            return values;
                        }
                    }
                });
    }

    @Override
    public void close() {
        redis.close();
    }
}
