package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import io.milvaion.scheduler.state.publish.WorkerQueues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Keeps the list of worker instances. One that has not been heard for 30 s is silent: it stays in
 * the list for a day, so that people see what they have lost.
 */
@ApplicationScoped
class WorkerRegistry implements Activity {

    @Inject Broker broker;
    @Inject Database database;
    @Inject WorkerQueues queues;
    @Inject Senders senders;
    @Inject LiveEvents events;

    @Override
    public Turn turn() {
        return Turn.CONSUMERS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(
                new WorkerConsumer<RegistrationMessage>(
                                broker.consuming(),
                                BrokerNames.REGISTRATION_QUEUE,
                                database,
                                WorkerParser::registration,
                                message ->
                                        new SendingWorker(
                                                message.workerGroup(), message.instanceId()),
                                WorkerRows::register,
                                this::declareQueues,
                                senders,
                                threads)
                        .loop(),
                new WorkerConsumer<HeartbeatMessage>(
                                broker.consuming(),
                                BrokerNames.HEARTBEAT_QUEUE,
                                database,
                                WorkerParser::heartbeat,
                                message ->
                                        new SendingWorker(
                                                message.workerGroup(), message.instanceId()),
                                WorkerRows::seen,
                                heartbeat -> events.publish(WorkerEvents.heard(heartbeat)),
                                senders,
                                threads)
                        .loop());
    }

    private void declareQueues(RegistrationMessage worker) {
        queues.require(
                worker.workerGroup(),
                worker.consumers().stream().map(RegistrationMessage.Consumer::jobType).toList());
    }
}
