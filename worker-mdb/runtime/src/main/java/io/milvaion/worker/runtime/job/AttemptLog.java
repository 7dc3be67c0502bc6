package io.milvaion.worker.runtime.job;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.text.CleanText;
import io.milvaion.platform.text.TextSize;
import io.milvaion.worker.sdk.LogLevel;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** The log of one attempt: numbers its lines and cuts it where it becomes too long. */
final class AttemptLog {

    private final UUID occurrenceId;
    private final int attempt;
    private final Consumer<LogMessage.Line> sink;
    private int lines; // guarded by this, as the next two
    private int bytes;
    private boolean closed;

    AttemptLog(UUID occurrenceId, int attempt, Consumer<LogMessage.Line> sink) {
        this.occurrenceId = occurrenceId;
        this.attempt = attempt;
        this.sink = sink;
    }

    synchronized void add(Instant at, LogLevel level, String text) {
        if (closed) {
            return;
        }
        var message = CleanText.utf8(String.valueOf(text), WireLimits.LOG_LINE_BYTES);
        bytes += TextSize.utf8Bytes(message);
        if (lines == WireLimits.LOG_LINES - 1 // the last line is for the mark
                || bytes > WireLimits.LOG_BYTES) {
            closed = true;
            append(
                    at,
                    LogLevel.WARN,
                    "The log of this attempt was cut here: it may have %,d lines and %,d bytes."
                            .formatted(WireLimits.LOG_LINES, WireLimits.LOG_BYTES));
        } else {
            append(at, level, message);
        }
    }

    private void append(Instant at, LogLevel level, String message) {
        lines++;
        sink.accept(new LogMessage.Line(occurrenceId, attempt, lines, at, level.name(), message));
    }

    /** Drops what comes later: the attempt has ended and its report must not wait for more. */
    synchronized void close() {
        closed = true;
    }
}
