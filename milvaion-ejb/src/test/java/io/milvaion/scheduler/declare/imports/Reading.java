package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads text in a test. */
final class Reading {

    static final Instant NOW = Instant.parse("2027-03-26T12:00:00Z");

    private Reading() {}

    static List<SourceEntry> of(SourceFormat format, String text) {
        return format.read(
                new SourceInput(text, () -> List.of(json(text)), Zones.named("UTC"), NOW));
    }

    static SourceEntry only(SourceFormat format, String text) {
        var entries = of(format, text);
        if (entries.size() != 1) {
            throw new AssertionError("not one entry: " + entries);
        }
        return entries.get(0);
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The value of a field of the job, as text. */
    static String field(SourceEntry entry, String path) {
        return entry.job().at("/" + path.replace('.', '/')).asText(null);
    }

    /** What is noted, as {@code lost MAILTO}. */
    static List<String> notes(SourceEntry entry) {
        return entry.notes().stream()
                .map(note -> note.weight().name().toLowerCase(Locale.ROOT) + " " + note.what())
                .collect(Collectors.toList());
    }

    /** The first runs by the source's rule. */
    static List<String> runs(SourceEntry entry, String from, int count) {
        return entry.rule().first(Instant.parse(from), count).stream()
                .map(Instant::toString)
                .toList();
    }
}
