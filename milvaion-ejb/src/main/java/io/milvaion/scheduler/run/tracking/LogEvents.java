package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.LogMessage.Line;
import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.state.occurrence.LogLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the live events of the logs of occurrences. */
final class LogEvents {

    private record LogFacts(
            UUID occurrenceId, int attempt, int seq, Instant at, LogLevel level, String message) {}

    private LogEvents() {}

    /** A line was added to the log of an occurrence. */
    static LiveEvent added(Line line) {
        return new LiveEvent(
                "log.line",
                List.of("logs:" + line.occurrenceId()),
                line.occurrenceId().toString(),
                new LogFacts(
                        line.occurrenceId(),
                        line.attempt(),
                        line.seq(),
                        line.at(),
                        LogLevel.valueOf(line.level()),
                        LiveEvent.cut(line.message())));
    }
}
