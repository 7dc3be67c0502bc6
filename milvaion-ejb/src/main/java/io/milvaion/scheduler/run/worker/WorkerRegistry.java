package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.state.publish.WorkerQueues;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Keeps the list of worker instances. One that has not been heard for 30 s is silent: it stays in
 * the list for a day, so that people see what they have lost.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WorkerRegistry {

    private static final System.Logger LOG = System.getLogger(WorkerRegistry.class.getName());

    @Inject Broker broker;
    @Inject Database database;
    @Inject WorkerQueues queues;
    @Resource ManagedThreadFactory threads;

    private List<WorkerConsumer<?>> consumers = List.of();

    @PostConstruct
    void start() {
        consumers =
                List.of(
                        new WorkerConsumer<RegistrationMessage>(
                                broker.consuming(),
                                BrokerNames.REGISTRATION_QUEUE,
                                database,
                                WorkerParser::registration,
                                RegistrationMessage::instanceId,
                                WorkerRows::register,
                                this::declareQueues,
                                threads),
                        new WorkerConsumer<HeartbeatMessage>(
                                broker.consuming(),
                                BrokerNames.HEARTBEAT_QUEUE,
                                database,
                                WorkerParser::heartbeat,
                                HeartbeatMessage::instanceId,
                                WorkerRows::seen,
                                heartbeat -> {},
                                threads));
    }

    private void declareQueues(RegistrationMessage worker) {
        queues.require(
                worker.workerGroup(),
                worker.consumers().stream().map(RegistrationMessage.Consumer::jobType).toList());
    }

    /** Forgets instances that are long gone. Never throws: the timer would be removed. */
    @Schedule(hour = "*", minute = "11", persistent = false)
    public void forget() {
        try {
            database.transaction(WorkerRows::forget);
        } catch (RuntimeException e) { // the top of this timer
            LOG.log(System.Logger.Level.DEBUG, "old workers are forgotten in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        consumers.forEach(WorkerConsumer::close);
    }
}
