package io.milvaion.scheduler.people.foreign;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claims by name, as far as they have the form that is asked for. */
public record Claims(Map<String, Object> all) {

    public Optional<String> text(String name) {
        return find(name).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The texts of a list; one text is a list of one, divided by spaces as scopes are. */
    public Set<String> texts(String name) {
        return find(name).stream().flatMap(Claims::texts).collect(Collectors.toSet());
    }

    /** Whether there is such a claim, of whatever form. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** A name that contains dots is taken as it is before it is taken as a path. */
    private Optional<Object> find(String name) {
        var whole = all.get(name);
        return whole != null ? Optional.of(whole) : within(all, name);
    }

    private static Optional<Object> within(Map<?, ?> object, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(object.get(path));
        }
        return object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? within(inner, path.substring(dot + 1))
                : Optional.empty();
    }

    private static Stream<String> texts(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().filter(String.class::isInstance).map(Objects::toString)
                : Stream.of(value.toString().split(" "));
    }
}
