package io.milvaion.scheduler.see.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A symptom that is present.
 *
 * @param queue the queue that it is about; null: the node that has noticed it
 * @param measure in the unit of the symptom
 */
public record Sign(Symptom symptom, @Nullable String queue, Instant since, long measure) {}
