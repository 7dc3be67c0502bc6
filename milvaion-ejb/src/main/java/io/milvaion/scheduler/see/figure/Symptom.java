package io.milvaion.scheduler.see.figure;

/** What a bottleneck shows itself by; each with the measures between which it comes and goes. */
public enum Symptom {
    /** Percent of all processors of a node that its process uses. */
    API_CPU(80, 60),
    /** Microseconds that Redis takes to answer a node. */
    REDIS_LATENCY(20_000, 10_000),
    /** Percent by which a queue has grown within half a minute. */
    QUEUE_GROWING(10, 0),
    /** Microseconds that PostgreSQL takes to answer a node. */
    POSTGRESQL_LOAD(50_000, 25_000),
    /** Percent of the heap that is used. */
    WORKER_MEMORY(90, 80);

    private final long high;
    private final long low;

    Symptom(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** From this measure on it is one. */
    public long high() {
        return high;
    }

    Hysteresis watch() {
        return new Hysteresis(high, low);
    }
}
