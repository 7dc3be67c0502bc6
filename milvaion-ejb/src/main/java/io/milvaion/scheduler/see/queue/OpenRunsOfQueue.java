package io.milvaion.scheduler.see.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a queue that have not ended.
 *
 * @param waiting in the queue, or on their way to it
 * @param held behind a run of the same job, outside the queue
 * @param backoff waiting for the time of their retry, outside the queue
 * @param oldestWaitingSince when the one that waits longest was published, or made if it is not yet
 */
public record OpenRunsOfQueue(
        long waiting, long running, long held, long backoff, @Nullable Instant oldestWaitingSince) {

    static final OpenRunsOfQueue NONE = new OpenRunsOfQueue(0, 0, 0, 0, null);
}
