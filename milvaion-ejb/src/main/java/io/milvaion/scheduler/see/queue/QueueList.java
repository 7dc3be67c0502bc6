package io.milvaion.scheduler.see.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All queues that are known of: of what workers run, of open runs, and those of schedulers.
 *
 * @param brokerAnswers if not, nobody knows what waits in them
 * @param openRuns that have not ended, in all queues; null while Redis is away
 * @param deadLetters messages that nobody could handle and that are kept; beyond 10,000 they are
 *     not counted
 */
public record QueueList(
        Instant at,
        boolean brokerAnswers,
        @Nullable Long openRuns,
        long deadLetters,
        List<QueueState> queues) {}
