package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.see.figure.Figures;
import io.milvaion.scheduler.see.figure.NodeSeen;
import io.milvaion.scheduler.see.figure.Sign;
import io.milvaion.scheduler.see.figure.Symptom;
import io.milvaion.scheduler.see.pressure.Bottleneck.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows what the nodes have noticed, row by row of the guide's table. */
@ApplicationScoped
public class BottleneckView {

    private static final double MICROS = 1_000;

    private final Clock clock = Clock.systemUTC();
    private Figures figures;

    protected BottleneckView() {} // for the container's proxy

    @Inject
    public BottleneckView(Figures figures) {
        this.figures = figures;
    }

    public Bottlenecks read() {
        return new Bottlenecks(
                clock.instant(), Arrays.stream(Symptom.values()).map(this::row).toList());
    }

    private Bottleneck row(Symptom symptom) {
        var remedy = Remedy.of(symptom);
        List<Notice> evidence = figures.alive().flatMap(node -> evidence(node, symptom)).toList();
        return new Bottleneck(
                symptom,
                !evidence.isEmpty(),
                evidence.stream().map(Notice::since).min(Instant::compareTo).orElse(null),
                remedy.likely(),
                remedy.remedy(),
                remedy.how(),
                evidence);
    }

    private static Stream<Notice> evidence(NodeSeen node, Symptom symptom) {
        return node.figures().signs().stream()
                .filter(sign -> sign.symptom() == symptom)
                .map(
                        sign ->
                                new Notice(
                                        node.id(),
                                        sign.queue(),
                                        sign.since(),
                                        sign.measure(),
                                        symptom.high(),
                                        sentence(node, sign)));
    }

    private static String sentence(NodeSeen node, Sign sign) {
        return switch (sign.symptom()) {
            case API_CPU ->
                    "%s uses %d %% of %d processors"
                            .formatted(
                                    node.id(),
                                    sign.measure(),
                                    node.figures().machine().processors());
            case REDIS_LATENCY -> slow("Redis", node, sign);
            case QUEUE_GROWING ->
                    "%s has grown by %d %% within half a minute"
                            .formatted(sign.queue(), sign.measure());
            case POSTGRESQL_LOAD -> slow("PostgreSQL", node, sign);
            case WORKER_MEMORY -> "%s uses %d %% of its heap".formatted(node.id(), sign.measure());
        };
    }

    private static String slow(String server, NodeSeen node, Sign sign) {
        return String.format(
                Locale.ROOT,
                "%s takes %.1f ms to answer %s",
                server,
                sign.measure() / MICROS,
                node.id());
    }
}
