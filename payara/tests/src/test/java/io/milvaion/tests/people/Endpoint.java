package io.milvaion.tests.people;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.Needs;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method of a resource.
 *
 * @param path as the description of the API has it
 * @param needs null: anybody may call it
 */
record Endpoint(String method, String path, Set<Permission> needs) {

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
                                        needs(method)));
    }

    private static String path(JavaMethod method) {
        var all = method.getOwner().getAnnotationOfType(Path.class).value();
        var own =
                method.tryGetAnnotationOfType(Path.class)
                        .map(path -> path.value().replaceFirst("^/?", "/"))
                        .orElse("");
        return all + own;
    }

    private static Set<Permission> needs(JavaMethod method) {
        return method.tryGetAnnotationOfType(Needs.class)
                .map(needs -> Arrays.stream(needs.value()).collect(Collectors.toSet()))
                .orElse(null);
    }
}
