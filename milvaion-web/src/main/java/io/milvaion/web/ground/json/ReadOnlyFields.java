package io.milvaion.web.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fields of a thing that only the server sets. They may be in what replaces or patches it as
 * they were read, so that an answer can be sent back; to change them is wrong.
 *
 * @param names all of them
 * @param moving those that change while somebody edits what was read
 * @param passing instants that may have come meanwhile
 */
public record ReadOnlyFields(Set<String> names, Set<String> moving, Set<String> passing) {

    /** Those that the schema of a view says to be so. */
    public static ReadOnlyFields of(
            Class<? extends Record> view, Set<String> moving, Set<String> passing) {
        return new ReadOnlyFields(named(view, ReadOnlyFields::isReadOnly), moving, passing);
    }

    /** All of a view but those that people set. */
    public static ReadOnlyFields allBut(
            Set<String> set, Class<? extends Record> view, Set<String> moving) {
        return new ReadOnlyFields(
                named(view, part -> !set.contains(part.getName())), moving, Set.of());
    }

    public boolean areIn(ObjectNode body) {
        return names.stream().anyMatch(body::has);
    }

    /**
     * Reads the fields that are not read-only, and refuses what is otherwise than it is.
     *
     * @param is the thing as answers show it
     */
    public <T> T read(ObjectNode body, Record is, Function<Fields, T> reading) {
        return Fields.read(
                without(body),
                fields -> {
                    changed(body, is, Instant.MIN)
                            .forEach(v -> fields.wrong(v.field(), v.message()));
                    return reading.apply(fields);
                });
    }

    /**
     * @param now the moment until which an instant that was ahead may have come
     */
    public List<Violation> changed(ObjectNode body, Record is, Instant now) {
        var stored = ApiJson.tree(is);
        return given(body)
                .filter(name -> !moving.contains(name))
                .filter(name -> !isSame(body.get(name), stored.path(name)))
                .filter(name -> !passing.contains(name) || !isPast(body.get(name), now))
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
    public ObjectNode without(ObjectNode body) {
        return body.deepCopy().remove(given(body).toList());
    }

    private Stream<String> given(ObjectNode body) {
        return names.stream().filter(body::has).sorted();
    }

    private static Set<String> named(
            Class<? extends Record> view, Predicate<RecordComponent> condition) {
        return Arrays.stream(view.getRecordComponents())
                .filter(condition)
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
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
