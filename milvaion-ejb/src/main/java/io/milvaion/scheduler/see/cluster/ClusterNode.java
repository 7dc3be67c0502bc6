package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.see.figure.NodeFigures;
import io.milvaion.scheduler.see.figure.NodeSeen;
import io.milvaion.scheduler.see.figure.ServerAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A node, as its last heartbeat and what it told with it show it.
 *
 * @param leader whether it dispatches: it was elected last and is alive
 * @param alive whether it was heard of within the last 4 s
 * @param timeZoneData the version of its rules of time zones: jobs are planned by the leader's
 * @param timeZoneSource where these come from: {@code Java}, or a directory
 * @param processors and what follows: null or empty if it has told nothing yet
 * @param clockOffsetsMs by how much its clock is ahead of those of PostgreSQL and Redis
 * @param servers how each server answers this node
 * @param figuresAt when it told this
 */
public record ClusterNode(
        String id,
        @Nullable String address,
        @Nullable String version,
        boolean leader,
        boolean alive,
        Instant startedAt,
        long uptimeMs,
        Instant lastSeenAt,
        long heartbeatAgeMs,
        @Nullable String jdk,
        @Nullable String timeZoneData,
        @Nullable String timeZoneSource,
        @Nullable Integer processors,
        @Nullable Integer processCpuPercent,
        @Nullable Integer systemCpuPercent,
        Map<String, Long> clockOffsetsMs,
        List<ServerAnswer> servers,
        @Nullable Instant figuresAt) {

    static ClusterNode of(NodeSeen node) {
        var figures = Optional.ofNullable(node.figures());
        return new ClusterNode(
                node.id(),
                node.address(),
                node.version(),
                node.leader(),
                node.alive(),
                node.startedAt(),
                node.up().toMillis(),
                node.lastSeenAt(),
                node.silent().toMillis(),
                orNull(figures, NodeFigures::jdk),
                orNull(figures, NodeFigures::timeZoneData),
                orNull(figures, NodeFigures::timeZoneSource),
                orNull(figures, told -> told.machine().processors()),
                orNull(figures, told -> told.machine().processCpuPercent()),
                orNull(figures, told -> told.machine().systemCpuPercent()),
                figures.map(NodeFigures::clockOffsetsMs).orElse(Map.of()),
                figures.map(NodeFigures::servers).orElse(List.of()),
                node.figuresAt());
    }

    private static <T> T orNull(Optional<NodeFigures> figures, Function<NodeFigures, T> what) {
        return figures.map(what).orElse(null);
    }
}
