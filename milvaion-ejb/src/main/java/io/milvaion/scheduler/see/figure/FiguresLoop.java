package io.milvaion.scheduler.see.figure;

import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.health.ClockSkew;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.state.flow.Flows;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures this node every two seconds, asking nobody: what it finds the next heartbeat tells, so
 * that every node can show the figures of all.
 */
@ApplicationScoped
class FiguresLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    @Inject NodeRegistry nodes;
    @Inject SystemHealth health;
    @Inject ClockSkew clocks;
    @Inject Dependencies dependencies;
    @Inject QueueDepths depths;
    @Inject Flows flows;

    private final MachineReader machine = new MachineReader();
    private final Signs signs = new Signs();

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("figures", PERIOD, this::measure).start(threads));
    }

    private void measure() {
        nodes.tell(new String(WireJson.write(figures()), StandardCharsets.UTF_8));
    }

    private NodeFigures figures() {
        var now = machine.read();
        var zones = Zones.current();
        NearLimits.report(now, health);
        var queues = new HashMap<String, Long>();
        depths.each(queues::put);
        return new NodeFigures(
                System.getProperty("java.runtime.version"),
                zones.version().toString(),
                zones.place(),
                now,
                offsets(),
                servers(),
                flows.read(),
                signs.look(
                        now,
                        dependencies.redisLatency(),
                        dependencies.postgresqlLatency(),
                        queues,
                        Clock.systemUTC().instant()));
    }

    private Map<String, Long> offsets() {
        return clocks.offsets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toMillis()));
    }

    private List<ServerAnswer> servers() {
        return Stream.of(
                        server(SystemHealth.POSTGRESQL, dependencies.postgresqlLatency()),
                        server(SystemHealth.REDIS, dependencies.redisLatency()),
                        server(SystemHealth.BROKER, depths.latency()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ServerAnswer> server(String name, Optional<Duration> latency) {
        return health.of(name)
                .map(
                        report ->
                                new ServerAnswer(
                                        name,
                                        report.status(),
                                        report.detail(),
                                        report.status() == SystemHealth.Status.DOWN
                                                ? null
                                                : latency.map(took -> took.toNanos() / 1_000)
                                                        .orElse(null)));
    }
}
