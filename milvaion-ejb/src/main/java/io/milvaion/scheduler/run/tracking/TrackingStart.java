package io.milvaion.scheduler.run.tracking;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Consumes what workers report for as long as the application is deployed. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TrackingStart {

    @Inject Broker broker;
    @Inject Database database;
    @Inject Tracker tracker;
    @Inject Markers markers;
    @Inject LiveEvents events;
    @Resource ManagedThreadFactory threads;

    private StatusConsumer reports;
    private LogConsumer logs;

    @PostConstruct
    void start() {
        reports = new StatusConsumer(broker.consuming(), tracker, markers, threads);
        logs = new LogConsumer(broker.consuming(), database, events, threads);
    }

    /** Whether reports and logs are being consumed now, that is: the broker is there. */
    public boolean consuming() {
        return reports.consuming() && logs.consuming();
    }

    @PreDestroy
    void stop() {
        reports.close();
        logs.close();
    }
}
