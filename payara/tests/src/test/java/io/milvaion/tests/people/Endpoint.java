package io.milvaion.tests.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Rest;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A method of a resource.
 *
 * @param path as the description of the API has it
 * @param needs null: anybody may call it
 * @param type of its body, if that is not JSON; or null
 * @param action what the audit calls it; null if it says nothing of that
 */
record Endpoint(String method, String path, Set<Permission> needs, String type, String action) {

    static List<Endpoint> all() {
        return new ClassFileImporter()
                .importPackages("io.milvaion.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method -> of(method).stream())
                        .toList();
    }

    boolean isOpenTo(Set<Permission> permissions) {
        return needs == null || permissions.containsAll(needs);
    }

    /** Calls it with an id that nothing has, and a body that says nothing. */
    Answer call(Rest caller) {
        return call(caller, UUID.randomUUID().toString());
    }

    Answer call(Rest caller, String id) {
        var called = path.substring(1).replaceAll("\\{\\w+}", id);
        var body = JsonNodeFactory.instance.objectNode();
        return switch (method) {
            case "GET" -> caller.get(called);
            case "DELETE" -> caller.delete(called);
            case "POST" -> caller.post(called, body);
            case "PUT" -> type == null ? caller.put(called, body) : caller.put(called, type, "{}");
            case "PATCH" -> caller.patch(called, body);
            default -> throw new IllegalStateException(name());
        };
    }

    String name() {
        return method + " " + path;
    }

    private static Optional<Endpoint> of(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
                .findFirst()
                .map(
                        verb ->
                                new Endpoint(
                                        verb.getRawType().getSimpleName(),
                                        "/api/v1" + path(method),
                                        needs(method),
                                        type(method),
                                        action(method)));
    }

    private static String path(JavaMethod method) {
        var all = method.getOwner().getAnnotationOfType(Path.class).value();
        var own =
                method.tryGetAnnotationOfType(Path.class)
                        .map(path -> path.value().replaceFirst("^/?", "/"))
                        .orElse("");
        return all + own;
    }

    boolean writes() {
        return !method.equals("GET");
    }

    private static String type(JavaMethod method) {
        return method.tryGetAnnotationOfType(Consumes.class)
                .map(consumes -> List.of(consumes.value()))
                .filter(types -> types.stream().noneMatch(type -> type.endsWith("json")))
                .map(types -> types.get(0))
                .orElse(null);
    }

    private static String action(JavaMethod method) {
        return method.tryGetAnnotationOfType(Records.class).map(Records::value).orElse(null);
    }

    private static Set<Permission> needs(JavaMethod method) {
        return method.tryGetAnnotationOfType(Needs.class)
                .map(needs -> Arrays.stream(needs.value()).collect(Collectors.toSet()))
                .orElse(null);
    }
}
