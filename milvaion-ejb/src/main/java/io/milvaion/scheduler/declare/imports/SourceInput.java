package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a reader reads.
 *
 * @param documents the text as YAML or JSON; throws if it is neither
 * @param zone of the machine that it comes from, where it names none
 * @param now what counts from a start counts from then
 */
public record SourceInput(
        String text, Supplier<List<JsonNode>> documents, PlanZone zone, Instant now) {}
