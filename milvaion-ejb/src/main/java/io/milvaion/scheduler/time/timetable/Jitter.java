package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.cron.JobHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts each instant off by a time of its own, which follows from the job and the instant: whoever
 * asks again gets the same. What is put off past the instants after it keeps its place in time, and
 * two that fall on one instant are one.
 */
public final class Jitter implements Timetable {

    private final Timetable inner;
    private final UUID jobId;
    private final long millis;

    private Jitter(Timetable inner, UUID jobId, long millis) {
        this.inner = inner;
        this.jobId = jobId;
        this.millis = millis;
    }

    /**
     * @param seconds within which it is put off, 0 to this
     */
    public static Timetable of(Timetable inner, UUID jobId, int seconds) {
        return new Jitter(inner, jobId, Duration.ofSeconds(seconds).toMillis());
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return first(from);
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return first(planned.plusNanos(1));
    }

    @Override
    public boolean isInterval() {
        return inner.isInterval();
    }

    /** Looks at all that may come before the best: as long as they are not after it themselves. */
    private Optional<Instant> first(Instant from) {
        Instant best = null;
        var next = inner.firstAtOrAfter(from.minusMillis(millis));
        while (next.isPresent() && (best == null || next.get().isBefore(best))) {
            var putOff = putOff(next.get());
            if (!putOff.isBefore(from) && (best == null || putOff.isBefore(best))) {
                best = putOff;
            }
            next = inner.nextAfter(next.get());
        }
        return Optional.ofNullable(best);
    }

    private Instant putOff(Instant instant) {
        return instant.plusMillis(JobHash.of(jobId, instant.toEpochMilli(), millis + 1));
    }
}
