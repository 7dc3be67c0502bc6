package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.RequestInstant;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fields of a job that only the server sets. They may be in what replaces or patches it as they
 * were read, so that an answer can be sent back; to change them is wrong.
 */
final class ReadOnlyFields {

    static final Set<String> NAMES =
            Arrays.stream(JobView.class.getRecordComponents())
                    .filter(ReadOnlyFields::isReadOnly)
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());

    /** They change while somebody edits what was read, and are in no version. */
    private static final Set<String> MOVING = Set.of("consecutiveFailures", "warnings");

    private ReadOnlyFields() {}

    static boolean areIn(ObjectNode body) {
        return NAMES.stream().anyMatch(body::has);
    }

    /**
     * @param now the moment until which a run that was ahead may have come
     */
    static List<Violation> changed(ObjectNode body, JobView job, Instant now) {
        var stored = ApiJson.tree(job);
        return given(body)
                .filter(name -> !MOVING.contains(name))
                .filter(name -> !isSame(body.get(name), stored.path(name)))
                .filter(name -> !name.equals("nextRunAt") || !isPast(body.get(name), now))
                .map(
                        name ->
                                new Violation(
                                        name,
                                        "Only the server sets this; it is "
                                                + stored.path(name)
                                                + "."))
                .toList();
    }

    /** The fields that are not read-only. */
    static ObjectNode without(ObjectNode body) {
        return body.deepCopy().remove(given(body).toList());
    }

    private static Stream<String> given(ObjectNode body) {
        return NAMES.stream().filter(body::has).sorted();
    }

    private static boolean isSame(JsonNode given, JsonNode stored) {
        return given.equals(stored)
                || instant(given)
                        .filter(at -> instant(stored).filter(at::equals).isPresent())
                        .isPresent();
    }

    private static boolean isPast(JsonNode given, Instant now) {
        return instant(given).filter(at -> !at.isAfter(now)).isPresent();
    }

    private static Optional<Instant> instant(JsonNode node) {
        return node.isTextual() ? RequestInstant.read(node.textValue()) : Optional.empty();
    }

    private static boolean isReadOnly(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.readOnly();
    }
}
