package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.cron.JobHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts each instant off by the same whole seconds, which follow from the job: many jobs that name
 * the same instant do not all run at it, and each keeps its own from run to run.
 */
public final class StableOffset implements Timetable {

    private final Timetable inner;
    private final Duration by;

    private StableOffset(Timetable inner, Duration by) {
        this.inner = inner;
        this.by = by;
    }

    /**
     * @param seconds within which it is put off, 0 to this
     */
    public static Timetable of(Timetable inner, UUID jobId, int seconds) {
        return new StableOffset(inner, Duration.ofSeconds(JobHash.of(jobId, 0, seconds + 1L)));
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return inner.firstAtOrAfter(from.minus(by)).map(this::later);
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return inner.nextAfter(planned.minus(by)).map(this::later);
    }

    @Override
    public boolean standsAt(Instant planned) {
        return inner.standsAt(planned.minus(by));
    }

    @Override
    public boolean isInterval() {
        return inner.isInterval();
    }

    private Instant later(Instant instant) {
        return instant.plus(by);
    }
}
