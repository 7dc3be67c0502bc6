package io.milvaion.scheduler.state.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one pop has leased.
 *
 * @param now the Redis clock at the pop
 * @param deadline microseconds of the Redis clock: the end of the lease and its identity
 * @param nextDue score of the earliest member left behind
 * @param jobs members of {@code schedule}
 * @param runs members of {@code ready}
 */
public record Batch(
        Instant now,
        long deadline,
        Optional<Instant> nextDue,
        List<UUID> jobs,
        List<AttemptKey> runs) {

    public int size() {
        return jobs.size() + runs.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether Redis made the call when its time was over, and so leased nothing. */
    public boolean tooLate() {
        return deadline == 0;
    }

    /** Ends all its leases with nothing done: everything in it is as due as it was. */
    public List<Completion> givenBack() {
        return Stream.concat(
                        jobs.stream().map(job -> Completion.of(job, now)),
                        runs.stream().map(run -> Completion.later(run, now)))
                .toList();
    }
}
