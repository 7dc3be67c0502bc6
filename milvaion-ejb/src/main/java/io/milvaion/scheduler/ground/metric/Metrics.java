package io.milvaion.scheduler.ground.metric;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.OccurrenceState;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What this node counts and measures, since it started. Safe to share; a call costs well under a
 * microsecond. Durations below zero (clocks differ) count as zero.
 */
@ApplicationScoped
public class Metrics {

    private static final double[] LATENESS = {
        .001, .0025, .005, .01, .02, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300
    };
    private static final double[] RUN_TIME = {
        .001, .005, .01, .05, .1, .5, 1, 5, 10, 30, 60, 300, 900, 3_600, 14_400
    };
    private static final double[] BATCH_TIME = {
        .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
    };
    private static final double[] BATCH_SIZE = {1, 2, 5, 10, 20, 50, 100, 200, 350, 500};

    private static final Set<String> POISON_QUEUES =
            Set.of(
                    "jobs",
                    BrokerNames.STATUS_QUEUE,
                    BrokerNames.LOG_QUEUE,
                    BrokerNames.REGISTRATION_QUEUE,
                    BrokerNames.HEARTBEAT_QUEUE,
                    BrokerNames.VERIFY_QUEUE);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final JobTypeLabels jobTypes = new JobTypeLabels();

    private final Counter dispatched =
            counter("milvaion_dispatched_runs_total", "Planned runs that became occurrences.");
    private final Counter skipped =
            counter(
                    "milvaion_skipped_runs_total",
                    "Planned runs that did not become occurrences, by reason.",
                    "reason");
    private final Counter missed =
            counter(
                    "milvaion_missed_runs_total",
                    "Planned runs that this node recorded as skipped, merged or late, by reason.",
                    "reason");
    private final Histogram batchSize =
            histogram(
                    "milvaion_dispatch_batch_size",
                    "Members leased by one pop that found something due.",
                    BATCH_SIZE);
    private final Histogram dispatchLateness =
            histogram(
                    "milvaion_dispatch_lateness_seconds",
                    "From the due time of a run to the broker's confirm.",
                    LATENESS);
    private final Histogram startLateness =
            histogram(
                    "milvaion_start_lateness_seconds",
                    "From the due time of a run to its start on a worker.",
                    LATENESS);
    private final Histogram runDuration =
            histogram(
                    "milvaion_run_duration_seconds",
                    "How long an attempt ran on its worker, by job type.",
                    RUN_TIME,
                    "job_type");
    private final Counter reports =
            counter(
                    "milvaion_reports_total",
                    "Reports of workers that were recorded, by state.",
                    "state");
    private final Counter failures =
            counter(
                    "milvaion_dead_letters_total",
                    "Runs that ended otherwise than Completed, by cause.",
                    "cause");
    private final Counter poison =
            counter(
                    "milvaion_poison_messages_total",
                    "Messages that nobody could handle, by the queue they came to.",
                    "queue");
    private final Gauge operations =
            gauge("milvaion_operations_open", "Operations on many that the leader works on.");
    private final Gauge operationItems =
            gauge("milvaion_operation_waiting_items", "Items of open operations that wait.");
    private final Gauge replays =
            gauge("milvaion_replays_running", "Replays that the leader works on.");
    private final Gauge replayItems =
            gauge(
                    "milvaion_replay_waiting_items",
                    "Failed occurrences of running replays that wait to be run again.");
    private final Histogram trackerBatch =
            histogram(
                    "milvaion_tracker_batch_seconds",
                    "How long recording one batch of reports took.",
                    BATCH_TIME);
    private final Counter published =
            counter("milvaion_published_runs_total", "Messages of runs confirmed by the broker.");
    private final Counter publishFailures =
            counter(
                    "milvaion_publish_failures_total",
                    "Messages of runs that the broker did not confirm; they are published again.");
    private final Counter jobsAutoDisabled =
            counter("milvaion_jobs_auto_disabled_total", "Jobs that failures have deactivated.");
    private final Counter repairs =
            counter(
                    "milvaion_repairs_total",
                    "States that could not be and were put right, by kind.",
                    "kind");
    private final Counter lateReports =
            counter(
                    "milvaion_late_reports_total",
                    "Reports that came too late to change the state of their occurrence.");
    private final Counter unknownRuns =
            counter(
                    "milvaion_unknown_runs_total",
                    "Reports on and questions about runs that PostgreSQL does not know.");
    private final Counter staleWrites =
            counter(
                    "milvaion_stale_writes_refused_total",
                    "Transactions that were refused because the leader's term was over.");
    private final Gauge zoneRules =
            gauge(
                    "milvaion_zone_rules",
                    "1 for the version of the rules of time zones by which this node plans.",
                    "version",
                    "source");
    private final Gauge leader = gauge("milvaion_leader", "Whether this node leads: 1 or 0.");
    private final Gauge leaderless =
            gauge("milvaion_leaderless", "Whether this node sees that no node leads: 1 or 0.");
    private final Counter leaderChanges =
            counter("milvaion_leader_changes_total", "Terms that this node has seen begin.");
    private final Gauge leaderTerm =
            gauge("milvaion_leader_term", "Term in which this node leads or last led.");
    private final Gauge dispatchingStopped =
            gauge(
                    "milvaion_dispatching_stopped",
                    "Whether an emergency stop keeps the cluster from dispatching: 1 or 0.");
    private final Gauge queueReady =
            gauge(
                    "milvaion_queue_ready_messages",
                    "Messages that wait in a job queue, as last seen by the leader.",
                    "queue");
    private final Gauge auditUnsealed =
            gauge(
                    "milvaion_audit_unsealed_entries",
                    "Entries of the audit trail that are not part of the chain yet.");
    private final Gauge auditLag =
            gauge(
                    "milvaion_audit_unsealed_seconds",
                    "Since when the oldest of them waits; a second is usual.");
    private final Gauge websocketClients =
            gauge("milvaion_websocket_clients", "Clients of this node that watch live events.");

    /** For exposition, and for metrics that others keep; their names begin with milvaion_. */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** A batch was leased, of so many members. */
    public void popped(int members) {
        batchSize.observe(members);
    }

    public void dispatched(int runs) {
        dispatched.inc(runs);
    }

    /**
     * @param reason one of few words, never text of a user
     */
    public void skipped(String reason, int runs) {
        skipped.labelValues(reason).inc(runs);
    }

    /**
     * Planned runs came into the missed-run ledger.
     *
     * @param reason likewise
     */
    public void missed(String reason, int runs) {
        missed.labelValues(reason).inc(runs);
    }

    public void dispatchLateness(Duration dueToConfirmed) {
        dispatchLateness.observe(seconds(dueToConfirmed));
    }

    public void startLateness(Duration dueToStarted) {
        startLateness.observe(seconds(dueToStarted));
    }

    public void runDuration(String jobType, Duration duration) {
        runDuration.labelValues(jobTypes.of(jobType)).observe(seconds(duration));
    }

    public void reports(OccurrenceState state, int count) {
        reports.labelValues(state.name().toLowerCase(Locale.ROOT)).inc(count);
    }

    /**
     * Runs have ended otherwise than Completed.
     *
     * @param cause one of few words, never text of a user
     */
    public void failed(String cause, int runs) {
        failures.labelValues(cause).inc(runs);
    }

    /**
     * A message was stored that nobody could handle.
     *
     * @param queue a queue of reports, jobs for those of workers, or null
     */
    public void poison(String queue) {
        poison.labelValues(queue != null && POISON_QUEUES.contains(queue) ? queue : "(other)")
                .inc();
    }

    /** What the leader has to run again; zero on other nodes. */
    public void operations(int open, long waitingItems) {
        operations.set(open);
        operationItems.set((double) waitingItems);
    }

    public void replays(int running, long waitingItems) {
        replays.set(running);
        replayItems.set((double) waitingItems);
    }

    public void trackerBatch(Duration duration) {
        trackerBatch.observe(seconds(duration));
    }

    public void published(int messages) {
        published.inc(messages);
    }

    public void publishFailed(int messages) {
        publishFailures.inc(messages);
    }

    /** Failures have deactivated a job. */
    public void jobAutoDisabled() {
        jobsAutoDisabled.inc();
    }

    /**
     * @param kind one of few words
     */
    public void repaired(String kind, int states) {
        repairs.labelValues(kind).inc(states);
    }

    public void lateReports(int count) {
        lateReports.inc(count);
    }

    public void unknownRuns(int count) {
        unknownRuns.inc(count);
    }

    public void staleWriteRefused() {
        staleWrites.inc();
    }

    /** This node has begun to lead. */
    public void leading(long term) {
        leader.set(1);
        leaderTerm.set((double) term);
    }

    public void leaderless(boolean nobodyLeads) {
        leaderless.set(nobodyLeads ? 1 : 0);
    }

    public void leaderChanged() {
        leaderChanges.inc();
    }

    /** This node leads no longer: what only a leader sees is forgotten. */
    public void following() {
        leader.set(0);
        queueReady.clear();
    }

    /** How much of the audit trail is not part of the chain yet, and since when. */
    public void auditUnsealed(long entries, long seconds) {
        auditUnsealed.set((double) entries);
        auditLag.set((double) seconds);
    }

    public void dispatchingStopped(boolean stopped) {
        dispatchingStopped.set(stopped ? 1 : 0);
    }

    public void queueReady(String queue, long messages) {
        queueReady.labelValues(queue).set((double) messages);
    }

    public void websocketClients(int clients) {
        websocketClients.set(clients);
    }

    /** By which rules of time zones this node plans. */
    public void zoneRules(String version, String source) {
        zoneRules.clear();
        zoneRules.labelValues(version, source).set(1);
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.getSeconds() + duration.getNano() / 1e9); // of any length
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(bounds)
                .register(registry);
    }
}
