package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.LogMessage.Line;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.text.CleanText;
import java.util.ArrayList;
import java.util.Set;

/** Reads log messages and cleans their texts. */
final class LogParser {

    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    private LogParser() {}

    /**
     * @throws PoisonMessage if the body is no log message or one of its lines is impossible
     */
    static LogMessage parse(byte[] body) throws PoisonMessage {
        var message = WireJson.read(body, LogMessage.class);
        if (message.lines() == null) {
            throw new PoisonMessage("a log message without lines", null);
        }
        var lines = new ArrayList<Line>(message.lines().size());
        for (Line line : message.lines()) {
            if (line == null
                    || line.occurrenceId() == null
                    || line.at() == null
                    || line.message() == null) {
                throw new PoisonMessage("a log line without occurrenceId, at or message", null);
            }
            if (line.attempt() < 1 || line.seq() < 1) {
                throw new PoisonMessage("a log line without attempt or seq", null);
            }
            if (line.level() == null || !LEVELS.contains(line.level())) {
                throw new PoisonMessage("a log line of an unknown level", null);
            }
            lines.add(
                    new Line(
                            line.occurrenceId(),
                            line.attempt(),
                            line.seq(),
                            line.at(),
                            line.level(),
                            CleanText.utf16(line.message(), WireLimits.LOG_LINE_BYTES)));
        }
        return new LogMessage(message.instanceId(), lines);
    }
}
