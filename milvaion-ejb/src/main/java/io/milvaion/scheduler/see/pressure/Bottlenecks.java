package io.milvaion.scheduler.see.pressure;

import java.time.Instant;
import java.util.List;

/** The guide's table of bottlenecks, and which of them show now. */
public record Bottlenecks(Instant at, List<Bottleneck> bottlenecks) {}
