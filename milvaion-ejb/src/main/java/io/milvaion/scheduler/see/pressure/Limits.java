package io.milvaion.scheduler.see.pressure;

import java.time.Instant;
import java.util.List;

/** What is limited, and how much of it is used. */
public record Limits(Instant at, List<LimitUse> limits) {}
