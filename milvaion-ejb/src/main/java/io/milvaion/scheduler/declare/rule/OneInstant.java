package io.milvaion.scheduler.declare.rule;

import java.time.Instant;
import java.util.List;

/** A single run. */
public record OneInstant(Instant at) implements SourceRule {

    @Override
    public List<Instant> first(Instant from, int count) {
        return at.isBefore(from) || count < 1 ? List.of() : List.of(at);
    }
}
