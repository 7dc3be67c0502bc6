package io.milvaion.worker.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The clock of Redis, carried on by the monotonic clock of this process between two answers. Until
 * Redis has answered once it is the clock of this machine.
 */
public final class RedisClock implements InstantSource {

    private volatile long aheadMicros; // Redis time minus nanoTime

    public RedisClock() {
        observe(ChronoUnit.MICROS.between(Instant.EPOCH, InstantSource.system().instant()));
    }

    /** Takes the time that Redis has just told. */
    public void observe(long redisMicros) {
        aheadMicros = redisMicros - TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    @Override
    public Instant instant() {
        return at(System.nanoTime());
    }

    /** The instant of a reading of {@link System#nanoTime}. */
    public Instant at(long nanoTime) {
        return Instant.EPOCH.plus(
                TimeUnit.NANOSECONDS.toMicros(nanoTime) + aheadMicros, ChronoUnit.MICROS);
    }
}
