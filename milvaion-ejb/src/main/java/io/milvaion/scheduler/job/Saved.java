package io.milvaion.scheduler.job;

import io.milvaion.scheduler.publish.Run;
import java.util.List;
import java.util.UUID;

/**
 * A committed edit.
 *
 * @param released runs that its change of policy has released, to be published
 * @param ended runs that it has cancelled
 */
public record Saved(PlannedJob planned, List<Run> released, List<UUID> ended) {}
