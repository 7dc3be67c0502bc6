package io.milvaion.scheduler.run.verify;

import io.milvaion.platform.amqp.Broker;
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

/** Answers workers for as long as the application is deployed. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class VerifyStart {

    @Inject Broker broker;
    @Inject Database database;
    @Resource ManagedThreadFactory threads;

    private VerifyConsumer consumer;

    @PostConstruct
    void start() {
        consumer = new VerifyConsumer(broker.consuming(), database, threads);
    }

    @PreDestroy
    void stop() {
        consumer.close();
    }
}
