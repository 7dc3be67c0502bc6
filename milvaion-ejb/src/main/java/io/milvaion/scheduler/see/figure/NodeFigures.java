package io.milvaion.scheduler.see.figure;

import io.milvaion.scheduler.state.flow.QueueFlow;
import java.util.List;
import java.util.Map;

/**
 * What a node measures of itself, as it travels with its heartbeat.
 *
 * @param timeZoneData version of the rules of time zones
 * @param timeZoneSource where they come from
 * @param clockOffsetsMs by how much its clock is ahead of those of others
 */
public record NodeFigures(
        String jdk,
        String timeZoneData,
        String timeZoneSource,
        Machine machine,
        Map<String, Long> clockOffsetsMs,
        List<ServerAnswer> servers,
        List<QueueFlow> flows,
        List<Sign> signs) {}
