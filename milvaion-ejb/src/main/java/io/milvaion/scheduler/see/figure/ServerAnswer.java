package io.milvaion.scheduler.see.figure;

import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a server answers one node.
 *
 * @param detail one sentence, or empty
 * @param latencyMicros mean of the last answers; null while it does not answer
 */
public record ServerAnswer(
        String server, Status status, String detail, @Nullable Long latencyMicros) {}
