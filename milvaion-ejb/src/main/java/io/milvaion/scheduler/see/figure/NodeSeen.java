package io.milvaion.scheduler.see.figure;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node as PostgreSQL knows it.
 *
 * @param silent time since its last heartbeat
 * @param figures what it has told of itself; null: nothing that this node can read
 * @param figuresAt when it has
 */
public record NodeSeen(
        String id,
        @Nullable String address,
        @Nullable String version,
        boolean leader,
        boolean alive,
        Instant startedAt,
        Instant lastSeenAt,
        Duration silent,
        Duration up,
        @Nullable NodeFigures figures,
        @Nullable Instant figuresAt) {}
