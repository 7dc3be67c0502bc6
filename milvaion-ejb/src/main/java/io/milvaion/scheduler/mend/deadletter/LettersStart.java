package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.tracking.Tracker;
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

/** Consumes dead letters for as long as the application is deployed. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LettersStart {

    @Inject Broker broker;
    @Inject Database database;
    @Inject Redis redis;
    @Inject Tracker tracker;
    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Resource ManagedThreadFactory threads;

    private LetterConsumer consumer;

    @PostConstruct
    void start() {
        consumer =
                new LetterConsumer(
                        broker.consuming(),
                        database,
                        new PoisonedRuns(database, redis, tracker),
                        events,
                        metrics,
                        threads);
    }

    @PreDestroy
    void stop() {
        consumer.close();
    }
}
