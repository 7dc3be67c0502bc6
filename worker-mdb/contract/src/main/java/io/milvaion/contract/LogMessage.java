package io.milvaion.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lines that jobs have logged, from one worker instance. */
public record LogMessage(String instanceId, List<Line> lines) {

    /**
     * @param seq from 1 within (occurrence, attempt); a line that comes twice is stored once
     * @param level one of TRACE, DEBUG, INFO, WARN, ERROR
     */
    public record Line(
            UUID occurrenceId, int attempt, int seq, Instant at, String level, String message) {}
}
