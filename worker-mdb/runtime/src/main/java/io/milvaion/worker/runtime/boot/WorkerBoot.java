package io.milvaion.worker.runtime.boot;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.config.KnownWorkerSettings;
import io.milvaion.platform.config.Release;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.lifecycle.ApplicationStops;
import io.milvaion.platform.redis.Redis;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.instance.Worker;
import io.milvaion.worker.runtime.instance.WorkerConnections;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.WorkerSecrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/** Starts the worker with the application and stops it before the application goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkerBoot {

    private static final System.Logger LOG = System.getLogger(WorkerBoot.class.getName());

    @Inject JobBeans jobs;
    @Inject Redis redis;
    @Inject Broker broker;
    @Inject WorkerStatistics statistics;
    @Inject Instance<Validator> validator;
    @Inject Event<ApplicationStops> stops;
    @Resource ManagedThreadFactory threads;

    private Worker worker; // null when there is nothing to run here
    private volatile Self self = new Self(null, null, Release.VERSION, List.of());

    @PostConstruct
    void start() {
        var reader = SettingsReader.ofApplication();
        var settings = WorkerSettings.from(reader);
        if (!settings.enabled()) {
            LOG.log(Level.INFO, "no jobs run here: worker.enabled is false");
            return;
        }
        var definitions = jobs.definitions(settings, reader);
        if (definitions.isEmpty()) {
            LOG.log(Level.INFO, "no jobs run here: the application has no @JobConsumer");
            return;
        }
        worker =
                new Worker(
                        settings,
                        definitions,
                        new WorkerConnections(redis, broker.consuming(), broker.publishing()),
                        new JobDataReader(
                                validator.isResolvable() ? validator.get() : null,
                                new WorkerSecrets(
                                        reader.given(KnownWorkerSettings.WORKER_SECRETS_DIRECTORY)
                                                .map(Path::of)
                                                .orElse(null))),
                        statistics,
                        threads);
        worker.start();
        self =
                new Self(
                        worker.identity().instanceId(),
                        settings.group(),
                        Release.VERSION,
                        definitions.stream().map(job -> job.type().name()).sorted().toList());
    }

    /** What this worker is, for people. */
    public Self self() {
        return self;
    }

    /** The scheduler beside this worker must not keep its lease while running jobs may end. */
    @PreDestroy
    void stop() {
        if (worker == null) {
            return;
        }
        try {
            stops.fire(new ApplicationStops());
        } finally {
            worker.stop();
        }
    }
}
