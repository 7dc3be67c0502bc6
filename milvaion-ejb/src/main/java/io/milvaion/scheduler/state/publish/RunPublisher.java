package io.milvaion.scheduler.state.publish;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.redis.Generation;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.state.flow.Flows;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.stop.EmergencyStop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** Publishes runs and tells which of them the broker has confirmed. Safe to share; never blocks. */
@ApplicationScoped
public class RunPublisher implements Activity {

    /** An unconfirmed run that nobody else looks at is published again after this long. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How often runs are looked at that a pause holds back. */
    private static final Duration WHILE_PAUSED = Duration.ofSeconds(5);

    @Inject Broker broker;
    @Inject RedisClock clock;
    @Inject Generation generation;
    @Inject RunIndex index;
    @Inject QueueDepths depths;
    @Inject Flows flows;
    @Inject EmergencyStop stop;

    private PublishLoop loop;

    @PostConstruct
    void open() {
        loop =
                new PublishLoop(
                        broker.publishing(),
                        PublishSettings.from(SettingsReader.ofApplication()),
                        clock,
                        generation::current);
    }

    @Override
    public Turn turn() {
        return Turn.FLUSH;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(new Loop("publisher", Duration.ZERO, loop).start(threads));
    }

    /**
     * Publishes runs that were registered in {@code ready} before; during an emergency stop leaves
     * them there, as if the broker had confirmed none, and likewise those that are paused.
     *
     * @return completes, never exceptionally, when each run is confirmed or has failed: with those
     *     that are confirmed; the leader looks at the others soon
     */
    public CompletableFuture<Set<AttemptKey>> publish(List<OutgoingRun> runs) {
        if (isStopped()) {
            return CompletableFuture.completedFuture(Set.of());
        }
        var order = new Order(runs.stream().filter(run -> !run.definition().paused()).toList());
        if (!order.runs().isEmpty()) {
            watch(order.runs());
            loop.submit(order);
        }
        return order.settled().thenApply(confirmed -> lookAtOthers(runs, confirmed));
    }

    private Set<AttemptKey> lookAtOthers(List<OutgoingRun> runs, Set<AttemptKey> confirmed) {
        runs.stream()
                .filter(run -> confirmed.contains(run.key()))
                .map(run -> run.definition().queue())
                .collect(Collectors.groupingBy(queue -> queue, Collectors.summingInt(queue -> 1)))
                .forEach(flows::published);
        if (confirmed.size() < runs.size()) {
            var now = clock.now();
            var due = new HashMap<AttemptKey, Instant>();
            runs.forEach(
                    run ->
                            due.put(
                                    run.key(),
                                    now.plus(
                                            run.definition().paused()
                                                    ? WHILE_PAUSED
                                                    : LOOK_AGAIN)));
            due.keySet().removeAll(confirmed);
            index.lookAt(due);
        }
        return confirmed;
    }

    /** From now on it is known when the queues of these runs were empty. */
    private void watch(List<OutgoingRun> runs) {
        var queues = new HashSet<String>();
        runs.forEach(run -> queues.add(run.definition().queue().name()));
        queues.forEach(depths::of);
    }

    /** Publishes and, after the confirms, forgets the entries in {@code ready}. */
    public void publishAndForget(List<OutgoingRun> runs) {
        publish(runs).thenAccept(index::published);
    }

    /** Whether an emergency stop forbids to publish. */
    public boolean isStopped() {
        return stop.isStopped();
    }

    /** For how long publishing has failed; zero while it works or nothing was published. */
    public Duration failingFor() {
        return loop.failingFor();
    }

    /** Starts to count anew, when the broker answers again. */
    public void forgetFailures() {
        loop.forgetFailures();
    }

    /** Says why the broker takes no messages now, if it said so. */
    public Optional<String> blocked() {
        return broker.publishing().blocked();
    }
}
