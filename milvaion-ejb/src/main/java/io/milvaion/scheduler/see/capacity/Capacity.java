package io.milvaion.scheduler.see.capacity;

import java.time.Instant;
import java.util.List;

/** What the workers can do, by job type and group. */
public record Capacity(Instant at, List<TypeCapacity> types) {}
