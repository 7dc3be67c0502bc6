package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.ground.refusal.Violation;
import java.util.List;

/**
 * An object as a document has it.
 *
 * @param value null, or a default, where nothing usable was given
 * @param unreadable what was wrong with the rest
 */
public record WantedObject<T extends Record>(T value, List<Violation> unreadable) {}
