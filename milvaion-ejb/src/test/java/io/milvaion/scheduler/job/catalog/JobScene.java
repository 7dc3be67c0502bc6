package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.autodisable.FailureState;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.plan.NextRun;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** The catalog on real servers, with transactions that the container would make. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here
public final class JobScene implements AutoCloseable {

    private static final SessionFactory SESSIONS = sessions();

    public final TrackingScene tracking = new TrackingScene();
    final JobVersions versions = new JobVersions(tracking.database);
    final CancelSignals signals = new CancelSignals(tracking.redis);
    List<String> ignorant = List.of(); // of any zone but UTC
    public final Jobs jobs = newJobs();

    /** Each call is a transaction of its own. */
    private final class Transactions extends JobStore {
        @Override
        public Saved create(UUID id, JobDefinition definition, Change by) {
            return in(store -> store.create(id, definition, by));
        }

        @Override
        public Saved edit(
                UUID id, ExpectedVersion expected, UnaryOperator<JobDefinition> change, Change by) {
            return in(store -> store.edit(id, expected, change, by));
        }

        @Override
        public Saved delete(UUID id, ExpectedVersion expected, Change by) {
            return in(store -> store.delete(id, expected, by));
        }
    }

    private final class Reads extends JobReads {
        @Override
        public Optional<PlannedJob> find(UUID id) {
            return reading(reads -> reads.find(id));
        }
    }

    /** As while Redis is away: the leader does it later. */
    private static final class LaterSync extends ScheduleSync {
        @Override
        public boolean sync(UUID jobId) {
            return false;
        }
    }

    private static SessionFactory sessions() {
        var configuration =
                new Configuration()
                        .addAnnotatedClass(Job.class)
                        .addAnnotatedClass(NextRun.class)
                        .addAnnotatedClass(FailureState.class)
                        .setProperty(
                                AvailableSettings.PHYSICAL_NAMING_STRATEGY,
                                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                        .setProperty(AvailableSettings.HBM2DDL_AUTO, "validate")
                        .setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        configuration
                .getProperties()
                .put(AvailableSettings.JAKARTA_JTA_DATASOURCE, Services.dataSource());
        return configuration.buildSessionFactory();
    }

    private Jobs newJobs() {
        var made = new Jobs();
        made.store = new Transactions();
        made.reads = new Reads();
        made.versions = versions;
        made.sync = new LaterSync();
        made.cancellation = cancellation();
        made.publisher = tracking.published;
        made.events = tracking.heard;
        made.metrics = new Metrics();
        made.clock = new RedisClock();
        made.nodes =
                new NodeRegistry() {
                    @Override
                    public List<String> notKnowing(String zone) {
                        return zone.equals("UTC") ? List.of() : ignorant;
                    }
                };
        return made;
    }

    public Cancellation cancellation() {
        return new Cancellation(
                tracking.database,
                signals,
                tracking.index,
                tracking.published,
                new Occurrences(tracking.database),
                tracking.heard,
                new Metrics());
    }

    /** Stores a job. */
    public UUID create(JobDefinition definition) {
        return jobs.create(Draft.of(definition), "ada", null, Writing.ANYTHING).job().id();
    }

    public PlannedJob read(UUID id) {
        return reading(reads -> reads.require(id));
    }

    <T> T reading(Function<JobReads, T> work) {
        try (var session = SESSIONS.openSession()) {
            var reads = new JobReads();
            reads.entities = session;
            return work.apply(reads);
        }
    }

    /** Works with a store in a transaction of its own. */
    <T> T in(Function<JobStore, T> work) {
        return SESSIONS.fromTransaction(
                session -> {
                    var store = new JobStore();
                    store.entities = session;
                    store.index = tracking.index;
                    store.cancellation = cancellation();
                    return work.apply(store);
                });
    }

    @Override
    public void close() {
        tracking.close();
    }
}
