package io.milvaion.scheduler.run.tracking;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.amqp.BatchConsumer;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Rate;
import io.milvaion.platform.failpoint.Failpoint;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.run.inbox.Poison;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import io.milvaion.scheduler.run.inbox.UnknownRuns;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Consumes {@code milvaion.status}: every node does. Messages are acknowledged after their reports
 * are committed; poison goes to the dead letters and stops nothing. Before each batch it waits a
 * millisecond for each ten reports a second, at most 100 ms: what a transaction costs is then
 * shared by many runs, and they leave the processors to those that are due.
 */
final class StatusConsumer implements AutoCloseable {

    private static final int MAX_MESSAGES = 500;
    private static final long GATHER_MILLIS = 100;
    private static final int REPORTS_PER_MILLI = 10; // a second, for each millisecond of gathering

    private final Tracker tracker;
    private final Markers markers;
    private final UnknownRuns unknownRuns;
    private final Senders senders;
    private final Rate rate = new Rate();
    private final BatchConsumer consumer;
    private int handled; // reports of the last batch

    StatusConsumer(
            BrokerLink link,
            Tracker tracker,
            Markers markers,
            UnknownRuns unknownRuns,
            Senders senders,
            ThreadFactory threads) {
        this.tracker = tracker;
        this.markers = markers;
        this.unknownRuns = unknownRuns;
        this.senders = senders;
        this.consumer =
                new BatchConsumer(
                                link,
                                BrokerNames.STATUS_QUEUE,
                                MAX_MESSAGES,
                                this::handle,
                                this::gatherMillis,
                                threads)
                        .start();
    }

    private long gatherMillis() {
        double perSecond = rate.perSecond(handled);
        handled = 0;
        return Math.min(Math.round(perSecond / REPORTS_PER_MILLI), GATHER_MILLIS);
    }

    private void handle(List<Delivery> batch, Channel channel) throws Exception {
        var reports = new ArrayList<Reported>();
        var origin = new IdentityHashMap<Reported, Delivery>();
        var senderOf = new IdentityHashMap<Delivery, SendingWorker>();
        var poison = new Poison(channel);
        Optional<String> marker = Optional.empty();
        for (Delivery delivery : batch) {
            var found = Markers.in(delivery);
            if (found.isPresent()) {
                marker = found;
            } else {
                poison.unless(
                        delivery,
                        () -> {
                            var parsed = StatusParser.parse(delivery.getBody());
                            if (isHeard(delivery, parsed, senderOf, channel)) {
                                reports.addAll(parsed);
                                parsed.forEach(reported -> origin.put(reported, delivery));
                            }
                        });
            }
        }
        senders.keepOwn(
                reports, reported -> senderOf.get(origin.get(reported)), Reported::occurrenceId);
        var unknown =
                tracker.record(
                        reports,
                        (reported, cause) ->
                                poison.refused(origin.get(reported), bodyOf(reported), cause));
        Failpoint.reach("after-report-commit");
        forget(unknown, origin, poison);
        handled = reports.size();
        poison.send();
        senders.settle();
        marker.ifPresent(markers::passed);
    }

    private boolean isHeard(
            Delivery delivery,
            List<Reported> parsed,
            Map<Delivery, SendingWorker> senderOf,
            Channel channel) {
        if (parsed.isEmpty()) {
            return false;
        }
        var stated = new SendingWorker(parsed.get(0).workerGroup(), parsed.get(0).instanceId());
        var sender = senders.of(delivery, BrokerNames.STATUS_QUEUE, null, stated, channel);
        sender.ifPresent(known -> senderOf.put(delivery, known));
        return sender.isPresent();
    }

    /** How a run has ended is kept for people; that it runs is not. */
    private void forget(List<Reported> unknown, Map<Reported, Delivery> origin, Poison poison) {
        unknownRuns.forget(
                unknown.stream().map(r -> new AttemptKey(r.occurrenceId(), r.attempt())).toList());
        unknown.stream()
                .filter(reported -> reported.state() != OccurrenceState.RUNNING)
                .forEach(
                        reported ->
                                poison.refused(
                                        origin.get(reported),
                                        bodyOf(reported),
                                        UnknownRuns.REASON));
    }

    private static byte[] bodyOf(Reported reported) {
        return WireJson.write(
                new StatusMessage(
                        reported.instanceId(), reported.workerGroup(), List.of(reported.report())));
    }

    Loop loop() {
        return consumer.loop();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
